import type { Page } from '@playwright/test';
import { expectAccessible, expectRoomForLargeText } from './accessible.js';
import { pressEnter } from './by-keyboard.js';
import { expect } from './open-house.js';

/** One date of the group at hand, with nobody invited. */
export async function reserveADate(page: Page, inDays: number): Promise<void> {
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: inDays });
  const press = (name: string): Promise<void> => pressEnter(page.getByRole('button', { name, exact: true }));
  await press('Raum reservieren');
  await page.getByLabel('Datum').fill(day.toString());
  await page.getByLabel('Beginn').selectOption('08:00');
  await press('Raum reservieren und weiter');
  await press('Niemanden einladen');
  await press('Zu meinen Terminen');
  await expect(page.locator('.date-card')).toHaveCount(1);
}

/** While the access of the group rests, its date offers what works: the door stays shut, and calling it off is final. */
export async function atRest(page: Page): Promise<void> {
  const card = page.locator('.date-card');
  const actions = card.locator('a, button');
  await expect(card).toContainText('Die Tür bleibt zu.');
  await expect(actions).toHaveText([/^Eingeladene/, /^Absagen/]);
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await pressEnter(actions.nth(1));
  await pressEnter(page.getByRole('button', { name: 'Ja, Termin absagen' }));
  await expect(page.locator('.announcement.ok')).toContainText('ist abgesagt.');
  await expect(page.getByRole('button', { name: 'Absage zurücknehmen' })).toHaveCount(0);
  await expect(page.getByText('können Sie die Absage zurücknehmen')).toHaveCount(0);
  await expectAccessible(page);
}
