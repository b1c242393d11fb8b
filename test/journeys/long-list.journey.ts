import type { Page } from '@playwright/test';
import { becomeRepresentative } from './become-representative.js';
import { signedIn } from './by-api.js';
import { Keyboard, pressEnter } from './by-keyboard.js';
import { expect, test } from './open-house.js';

const EMAIL = 'lang@neue-gruppe.example';

test('a long list on a page of its own: whatever screen comes is shown from its heading', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await becomeRepresentative(page, { house, keyboard: new Keyboard(page), email: EMAIL });
  const { groupId, post } = await signedIn(house, EMAIL);
  await post(`/api/groups/${groupId}/reservations`, {
    ...{ roomId: 'any', date: inDays(20), time: '07:00', minutes: 60, expectedParticipants: 4 },
    repeat: { kind: 'weekly', interval: 1, count: 9 },
  });
  await fromTheListAndBack(page);
  await fromTheDatesOfASeries(page);
});

/** The last date of the opened list is far below, and the list stays open. */
async function fromTheListAndBack(page: Page): Promise<void> {
  await press(page, 'Raum reservieren');
  await press(page, 'Zurück zu meinen Terminen');
  await press(page, 'Noch 1 Termin zeigen');
  const last = page.locator('.date-card').last();
  for (const open of ['Einladen', 'Verschieben']) {
    await pressEnter(last.getByRole('button', { name: open }));
    await press(page, 'Zurück zu meinen Terminen');
    await expectShownAt(page, 'Meine Termine', null);
    await expect(page.locator('.date-card')).toHaveCount(9);
  }
  await pressEnter(last.getByRole('button', { name: 'Verschieben' }));
  await page.goBack();
  await expectShownAt(page, 'Meine Termine', null);
}

async function fromTheDatesOfASeries(page: Page): Promise<void> {
  await press(page, 'Raum reservieren');
  await page.getByLabel('Datum').fill(inDays(21));
  await page.getByLabel('Regelmäßig').check();
  await page.getByLabel('Anzahl der Termine').fill('10');
  await press(page, 'Termine ansehen');
  await expectShownAt(page, 'Passen diese Termine?', 2);
  await page.getByRole('button', { name: '10 Termine reservieren' }).focus();
  await page.goBack();
  await expectShownAt(page, 'Wann möchten Sie sich treffen?', 1);
  await press(page, 'Termine ansehen');
  await press(page, '10 Termine reservieren');
  await expectShownAt(page, 'Wer soll eingeladen werden?', 1);
  await expect(page.getByText('Ihre 10 Termine sind reserviert.')).toBeInViewport();
}

/** Once the browser has gone back as well, which would scroll to where that screen was left. */
async function expectShownAt(page: Page, heading: string, depth: number | null): Promise<void> {
  await expect.poll(() => page.evaluate('history.state')).toBe(depth);
  await page.evaluate('new Promise((shown) => setTimeout(shown, 300))');
  const shown = page.getByRole('heading', { level: 1, name: heading });
  await expect(shown).toBeFocused();
  await expect(shown).toBeInViewport({ ratio: 1 });
}

/** By key: a finger that is as quick as this does nothing on what has just come to stand there. */
async function press(page: Page, button: string): Promise<void> {
  await pressEnter(page.getByRole('button', { name: button }).first());
}

function inDays(days: number): string {
  return Temporal.Now.plainDateISO('Europe/Berlin').add({ days }).toString();
}
