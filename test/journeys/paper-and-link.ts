import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import type { Keyboard } from './by-keyboard.js';
import { expect } from './open-house.js';
import { saysItAgain } from './says-it-again.js';

/** For those without e-mail: the sheet to print, and the link of the group, which is renewed. */
export async function paperAndLink(page: Page, keyboard: Keyboard): Promise<void> {
  const download = page.waitForEvent('download');
  await keyboard.press(/^BUTTON Blatt zum Ausdrucken: alle Termine/);
  expect((await download).suggestedFilename()).toBe('treffen.pdf');
  await expect(page.getByText('Das Blatt liegt bei Ihren Downloads.')).toBeFocused();
  await saysItAgain(page, 'vh-group-link .announcement', () => keyboard.press(/^BUTTON Link kopieren/));
  const before = await page.getByLabel('Ihr Gruppenlink').inputValue();
  await keyboard.press(/^BUTTON Neuer Link/);
  await keyboard.press(/^BUTTON Ja, neuer Link/);
  await expect(page.getByText('Das ist Ihr neuer Gruppenlink.')).toBeVisible();
  await expectAccessible(page);
  const link = await page.getByLabel('Ihr Gruppenlink').inputValue();
  expect(link).not.toBe(before);
  expect((await page.goto(before))?.status()).toBe(410);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Ihr Online-Treffen' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}
