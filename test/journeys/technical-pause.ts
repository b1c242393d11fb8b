import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, expectRoomForLargeText } from './accessible.js';
import { pressEnter } from './by-keyboard.js';
import { expect, test, type House } from './open-house.js';

const PAUSE = 'Das Haus macht gerade eine technische Pause';

/**
 * The operator closes the only video server: nobody is told to try another time or to leave all dates out, and what was
 * typed is there when it is open again. Begins and ends at the dates, with nothing changed.
 */
export async function duringAPause(page: Page, house: House, first: Temporal.PlainDate): Promise<void> {
  test.slow();
  await setOpen(page, house, false);
  try {
    await moveNoSeries(page);
    await press(page, 'Raum reservieren');
    await page.getByLabel('Datum').fill(first.add({ days: 1 }).toString());
    await expect(page.locator('p.wish')).toContainText(PAUSE);
    await expect(page.getByText('Zu Ihrer Zeit frei')).toHaveCount(0);
    await press(page, 'Raum reservieren und weiter');
    await expectPause(page);
    await page.getByLabel('Regelmäßig').check();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.getByLabel('Anzahl der Termine').fill('26');
    await press(page, 'Termine ansehen');
    await expectPause(page);
  } finally {
    await setOpen(page, house, true);
  }
  await press(page, 'Termine ansehen');
  await expect(page.getByRole('heading', { name: 'Passen diese Termine?' })).toBeVisible();
  await expect(page.locator('.dated > li')).toHaveCount(26);
  await press(page, 'Angaben ändern');
  await press(page, 'Zurück zu meinen Terminen');
}

/** What would be left out here would be called off. */
async function moveNoSeries(page: Page): Promise<void> {
  const card = page.locator('.date-card:not(.leftOut)', { hasText: 'Regelmäßiges Treffen' }).first();
  await pressEnter(card.getByRole('button', { name: 'Verschieben' }));
  await page.getByLabel('Alle kommenden').check();
  await page.getByLabel('Beginn').selectOption('20:00');
  await press(page, 'Verschieben');
  await expectPause(page);
  await expect(page.getByLabel('Beginn')).toHaveValue('20:00');
  await press(page, 'Zurück zu meinen Terminen');
}

async function expectPause(page: Page): Promise<void> {
  const said = page.getByRole('alert');
  await expect(said).toBeFocused();
  await expect(said).toContainText(PAUSE);
  await expect(said).toContainText('Ihre Eingaben bleiben hier stehen.');
  await expect(page.getByText(PAUSE)).toHaveCount(1);
  await expect(said).not.toContainText('eine andere Zeit');
  await expect(page.getByRole('button', { name: /Auslassen|auslassen/ })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await expectRoomForLargeText(page);
}

async function setOpen(page: Page, house: House, isOpen: boolean): Promise<void> {
  const headers = { origin: house.url };
  const signIn = { email: 'betrieb@haus.example', password: 'haus-der-selbsthilfe' };
  await page.request.post(`${house.url}/api/desk/sign-ins`, { data: signIn, headers });
  const answer = await page.request.patch(`${house.url}/api/servers/demo`, { data: { isOpen }, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.context().clearCookies();
}

const press = (page: Page, name: string): Promise<void> =>
  pressEnter(page.getByRole('button', { name, exact: true }).first());
