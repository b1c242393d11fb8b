import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectRoomForLargeText } from './accessible.js';
import { pressEnter } from './by-keyboard.js';
import { expect } from './open-house.js';
import { tellState } from './rules-of-before.js';

/** One date of the group at hand, with one person invited. */
export async function reserveADate(page: Page, inDays: number): Promise<void> {
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: inDays });
  const press = (name: string): Promise<void> => pressEnter(page.getByRole('button', { name, exact: true }));
  await press('Raum reservieren');
  await page.getByLabel('Datum').fill(day.toString());
  await page.getByLabel('Beginn').selectOption('08:00');
  await press('Raum reservieren und weiter');
  await page.getByLabel('E-Mail-Adressen').fill('gast@freunde.example');
  await press('Einladungen senden');
  await press('Zu meinen Terminen');
  await expect(page.locator('.date-card')).toHaveCount(1);
}

/** While the access of the group rests, its date offers what works: the door stays shut, and calling it off is final. */
export async function atRest(page: Page): Promise<void> {
  const card = page.locator('.date-card');
  const actions = card.locator('a, button');
  await expect(card).toContainText('Die Tür bleibt zu.');
  await expect(actions).toHaveText([/^\s*Eingeladene/, /^\s*Absagen/]);
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await pressEnter(actions.first());
  await expect(page.getByText('Zurzeit können Sie niemanden einladen:')).toBeVisible();
  await expect(page.getByLabel('E-Mail-Adressen')).toBeHidden();
  const guest = page.locator('.invitee').filter({ hasText: 'gast@freunde.example' });
  await expect(guest.locator('button:visible, input:visible')).toHaveText([/^\s*Einladung zurückziehen/]);
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await pressEnter(page.getByRole('button', { name: 'Zurück zu meinen Terminen' }));
  await expect(page.getByRole('heading', { name: 'Einstellungen Ihrer Gruppe' })).toBeHidden();
  await pressEnter(actions.last());
  await pressEnter(page.getByRole('button', { name: 'Ja, Termin absagen' }));
  await expect(page.locator('.announcement.ok')).toContainText('ist abgesagt.');
  await expect(page.getByRole('button', { name: 'Absage zurücknehmen' })).toHaveCount(0);
  await expect(page.getByText('können Sie die Absage zurücknehmen')).toHaveCount(0);
  await expectAccessible(page);
}

/** Whoever chooses another group sees how its access stands by now, and chooses the one of before again. */
export async function seesRestWhenChosen(
  page: Page,
  group: Locator,
  labels: [string, string],
): Promise<void> {
  const reserve = page.getByRole('button', { name: 'Raum reservieren' });
  await tellState(page, 'paused');
  await group.selectOption(labels[0]);
  await expect(page.getByText('Die Freischaltung dieser Gruppe ist pausiert.').first()).toBeVisible();
  await expect(reserve).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Weitere Ansprechperson eintragen' })).toHaveCount(0);
  await group.selectOption(labels[1]);
  await expect(reserve).toBeVisible();
  await expect(page.getByText('Einen Moment bitte …')).toHaveCount(0);
}
