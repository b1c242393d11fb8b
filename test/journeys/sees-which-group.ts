import type { Page } from '@playwright/test';
import { expectAccessible, expectRoomForLargeText } from './accessible.js';
import type { Keyboard } from './by-keyboard.js';
import { expect } from './open-house.js';

/** Whoever represents two groups reads on each screen which of them it is about; the title of the page names none (P6). */
export async function seesWhichGroup(page: Page, keyboard: Keyboard, label: string): Promise<void> {
  const screen = page.getByRole('group', { name: label, exact: true });
  await expect(screen.getByRole('heading', { name: 'Meine Termine' })).toBeVisible();
  for (const [open, heading] of [
    [/^BUTTON Raum reservieren/, 'Wann möchten Sie sich treffen?'],
    [/^BUTTON Einladen/, 'Eingeladene'],
    [/^BUTTON Verschieben/, 'Termin verschieben'],
  ] as const) {
    await keyboard.press(open);
    await expect(screen.getByRole('heading', { level: 1, name: heading })).toBeFocused();
    await expect(screen.getByText(label, { exact: true })).toBeVisible();
    expect(await page.title()).not.toContain(label);
    await expectAccessible(page);
    await expectRoomForLargeText(page);
    await keyboard.press(/^BUTTON Zurück zu meinen Terminen/);
  }
}
