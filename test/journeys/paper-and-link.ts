import type { Locator, Page } from '@playwright/test';
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
  await isShownWhole(page.getByLabel('Ihr Gruppenlink'));
  expect((await page.goto(before))?.status()).toBe(410);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Ihr Online-Treffen' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Also with text of twice the usual size, for somebody who reads it out. */
async function isShownWhole(field: Locator): Promise<void> {
  await field.page().evaluate(`document.documentElement.style.fontSize = '225%'`);
  const hidden = await field.evaluate((element) => {
    const { scrollHeight, clientHeight } = element as unknown as {
      scrollHeight: number;
      clientHeight: number;
    };
    return scrollHeight - clientHeight;
  });
  expect(hidden, 'pixels of the link that are cut off').toBe(0);
  await field.page().evaluate(`document.documentElement.style.fontSize = ''`);
}
