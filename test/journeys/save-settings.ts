import type { Page } from '@playwright/test';
import type { Keyboard } from './by-keyboard.js';
import { expect } from './open-house.js';
import { holdLine, loseAnswer } from './slow-line.js';

const SETTINGS = '**/invitation-settings';
const SAVED = 'Die Einstellungen Ihrer Gruppe sind gespeichert.';

/** What is chosen while the house is asked stays chosen, and nobody is told that it is saved. */
export async function chooseWhileSaving(page: Page, keyboard: Keyboard): Promise<void> {
  const reminder = page.getByLabel('eine Stunde vorher');
  const label = page.getByLabel(/^die Bezeichnung Ihrer Gruppe/);
  await label.check();
  const letGo = await holdLine(page, SETTINGS, 'PATCH');
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await reminder.check();
  await letGo();
  await expect(
    page.getByText(
      'Was Sie danach gewählt haben, ist noch nicht gespeichert. Bitte speichern Sie noch einmal.',
    ),
  ).toBeFocused();
  await expect(reminder).toBeChecked();
  await expect(label).toBeChecked();
}

/** Saved again after a lost answer, it was nobody else who has changed something. */
export async function saveAgain(page: Page, keyboard: Keyboard): Promise<void> {
  await loseAnswer(page, SETTINGS, 'PATCH');
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await expect(page.getByRole('alert')).toBeFocused();
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await expect(page.getByText(SAVED)).toBeFocused();
  await expect(page.getByLabel('eine Stunde vorher')).toBeChecked();
}
