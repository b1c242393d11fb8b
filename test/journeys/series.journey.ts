import type { Page } from '@playwright/test';
import { becomeRepresentative } from './become-representative.js';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectRoomForLargeText,
  expectWholeWords,
} from './accessible.js';
import { Keyboard } from './by-keyboard.js';
import { expect, test } from './open-house.js';
import { lookAtSeveralWeekdays } from './several-weekdays.js';
import { duringAPause } from './technical-pause.js';

const ROOM = 'Gesprächsraum Linde';

for (const width of [1280, 320]) {
  test(`a year of meetings by keyboard alone, ${width} pixels wide`, async ({ page, house }) => {
    await page.setViewportSize({ width, height: 900 });
    const keyboard = new Keyboard(page);
    const representative = `serie-${width}@neue-gruppe.example`;
    await becomeRepresentative(page, { house, keyboard, email: representative });
    // Each width has a month of its own, in a room that nobody of the demo holds.
    const first = someDay(width === 320 ? 70 : 40);
    await reserveOnce(page, keyboard, first.add({ weeks: 1 }));
    await reserveSeries(page, keyboard, first);
    await duringAPause(page, house, first);
    await moveSeries(page, keyboard, first);
    await cancelAndRestore(page, keyboard, first);
    await theClockIsWrong(page, first.add({ weeks: 2 }));
    await whileItRuns(page, keyboard, first.add({ weeks: 2 }));
  });
}

async function reserveOnce(page: Page, keyboard: Keyboard, day: Temporal.PlainDate): Promise<void> {
  await keyboard.press(/^BUTTON Raum reservieren/);
  await fillWhen(page, day);
  await keyboard.press(/^BUTTON Raum reservieren und weiter/);
  await expect(page.getByText('Ihr Raum ist reserviert.')).toBeVisible();
  await keyboard.press(/^BUTTON Niemanden/);
  await keyboard.press(/^BUTTON Zu meinen/);
}

/** Date and room are filled in as such: how a browser's own date field takes keys is the browser's business. */
async function fillWhen(page: Page, day: Temporal.PlainDate): Promise<void> {
  await page.getByLabel('Datum').fill(day.toString());
  await page.getByLabel('Beginn').selectOption('10:00');
  await page.getByLabel('Raum', { exact: true }).selectOption({ label: await optionOf(page, ROOM) });
}

async function optionOf(page: Page, room: string): Promise<string> {
  const option = page.getByLabel('Raum', { exact: true }).locator('option', { hasText: room });
  await expect(option).toHaveCount(1);
  return (await option.innerText()).trim();
}

async function reserveSeries(page: Page, keyboard: Keyboard, first: Temporal.PlainDate): Promise<void> {
  await keyboard.press(/^BUTTON Raum reservieren/);
  await fillWhen(page, first);
  await keyboard.choose(/^INPUT Einmal/, /^INPUT Regelmäßig/);
  await lookAtSeveralWeekdays({ page, keyboard, first });
  await page.getByLabel('Anzahl der Termine').fill('4');
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await expectWholeWords(page, '#reserve-often .choice, #reserve-end .choice');
  await keyboard.press(/^BUTTON Termine ansehen/);
  await expect(page.getByRole('heading', { name: 'Passen' })).toBeVisible();
  await expect(page.locator('.clashes')).toContainText('Schon von Ihrer Gruppe reserviert');
  await expect(page.locator('.clashes')).toContainText('Bitte wählen Sie, was daraus werden soll.');
  await expect(page.getByRole('button', { name: 'Zum offenen Termin' })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const room = await takeOtherRoom(page, keyboard);
  await keyboard.press(/^BUTTON Auslassen/);
  await keyboard.press(/^BUTTON 3 Termine reservieren/);
  await expect(page.getByText('Termine sind reserviert').first()).toBeVisible();
  const differing = `${inWords(first.add({ weeks: 1 }))}, 10:00 bis 12:00 Uhr, ${room}`;
  await expectWhatIsReserved(page, differing, first);
  await expectAccessible(page);
  await leaveTypedAddress(page, keyboard);
  await expectWhatIsReserved(page, differing, first);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await keyboard.press(/^BUTTON Zu meinen/);
  await expect(page.locator('.date-card')).toHaveCount(5);
}

/** Of a settled date the decision stands first. */
async function takeOtherRoom(page: Page, keyboard: Keyboard): Promise<string> {
  const row = page.locator('.clashes li');
  const takeRoom = await row
    .getByRole('button', { name: / nehmen/ })
    .first()
    .innerText();
  const room = takeRoom.split(' nehmen')[0] ?? '';
  await keyboard.press(/^BUTTON .*nehmen/);
  await expect(row).toContainText(
    new RegExp(
      `10:00 bis 12:00 Uhr · ${room}\\s+Gewünscht: 10:00 bis 12:00 Uhr · Schon von Ihrer Gruppe reserviert`,
    ),
  );
  return room;
}

/** The pattern without a number that is no longer true, and every date that is not like it. */
async function expectWhatIsReserved(
  page: Page,
  differing: string,
  leftOut: Temporal.PlainDate,
): Promise<void> {
  const reserved = page.locator('vh-reserve');
  await expect(reserved).toContainText('Ihre 3 Termine sind reserviert.');
  await expect(reserved).not.toContainText('4 Termine');
  await expect(reserved.getByText('Anders als sonst')).toBeVisible();
  await expect(reserved.getByRole('listitem').filter({ hasText: differing })).toBeVisible();
  await expect(reserved.getByText('Ein Termin entfällt')).toBeVisible();
  await expect(reserved.getByRole('listitem').filter({ hasText: inWords(leftOut) })).toBeVisible();
}

/** What was typed is not left behind without a word. */
async function leaveTypedAddress(page: Page, keyboard: Keyboard): Promise<void> {
  await page.getByLabel('E-Mail-Adressen').fill('gast@neue-gruppe.example');
  await keyboard.press(/^BUTTON Niemanden/);
  await expect(page.getByRole('group', { name: 'Sie haben 1 Adresse eingetragen.' })).toBeVisible();
  await expect(page.locator('#typed-question')).toBeFocused();
  await expect(page.getByLabel('E-Mail-Adressen')).toHaveValue('gast@neue-gruppe.example');
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await keyboard.press(/^BUTTON Ohne Einladung weiter/);
}

/** All of the series to the room that the date of the group holds; then to the afternoon, where everything is free. */
async function moveSeries(page: Page, keyboard: Keyboard, first: Temporal.PlainDate): Promise<void> {
  const day = first.add({ weeks: 1 });
  await chooseAllOf(page, keyboard, day);
  await page.getByLabel('Raum', { exact: true }).selectOption({ label: await optionOf(page, ROOM) });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await keyboard.press(/^BUTTON Verschieben/);
  await leaveOutAfterAll(page, keyboard);
  await takeUpElsewhere(page, keyboard, day);
  await chooseAllOf(page, keyboard, day);
  await page.getByLabel('Beginn').selectOption('14:00');
  await keyboard.press(/^BUTTON Verschieben/);
  await expect(page.getByText('Wer eingeladen ist, bekommt eine Mail.')).toBeVisible();
  await keyboard.press(/^BUTTON Zu meinen/);
  await expect(page.locator('.date-card', { hasText: '14:00' })).toHaveCount(3);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** By the date whose room the group has not. */
async function chooseAllOf(page: Page, keyboard: Keyboard, day: Temporal.PlainDate): Promise<void> {
  const card = page.locator('.date-card', { hasText: inWords(day) }).filter({ hasNotText: ROOM });
  await card.getByRole('button', { name: 'Verschieben' }).focus();
  await page.keyboard.press('Enter');
  await keyboard.choose(/^INPUT Nur diesen/, /^INPUT Alle kommenden/);
}

async function leaveOutAfterAll(page: Page, keyboard: Keyboard): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Bitte entscheiden Sie noch' })).toBeFocused();
  await expect(page.locator('vh-move')).toContainText(`, 10:00 bis 12:00 Uhr · ${ROOM}`);
  await expect(page.getByRole('button', { name: /^Im bisherigen Raum bleiben/ })).toHaveCount(1);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await keyboard.press(/^BUTTON Auslassen/);
  await expect(page.getByText('Ausgelassen', { exact: true })).toBeVisible();
  await keyboard.press(/^BUTTON Anders entscheiden/);
  await keyboard.press(/^BUTTON Auslassen/);
  await keyboard.press(/^BUTTON Termine verschieben/);
  await expect(page.getByText('2 Termine entfallen')).toBeVisible();
  await expectAccessible(page);
  await keyboard.press(/^BUTTON Zu meinen/);
}

/** What was left out says why, and is taken up where something is free. */
async function takeUpElsewhere(page: Page, keyboard: Keyboard, day: Temporal.PlainDate): Promise<void> {
  const card = page.locator('.date-card.leftOut', { hasText: inWords(day) });
  await expect(card).toContainText('Entfällt: Diesen Raum hatte Ihre Gruppe zu dieser Zeit');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await keyboard.press(new RegExp(`^BUTTON Doch wieder aufnehmen.*${inWords(day)}`));
  await keyboard.press(/^BUTTON .*nehmen/);
  await expect(card).toHaveCount(0);
}

async function cancelAndRestore(page: Page, keyboard: Keyboard, first: Temporal.PlainDate): Promise<void> {
  const series = page.locator('.date-card', { hasText: '14:00' });
  await keyboard.press(new RegExp(`^BUTTON Absagen.*${inWords(first.add({ weeks: 2 }))}`));
  await keyboard.choose(/^INPUT Nur diesen/, /^INPUT Alle kommenden/);
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await expectWholeWords(page, '.question :is(p, .choice)');
  await keyboard.press(/^BUTTON Ja, diese/);
  await expect(series.filter({ hasText: 'Abgesagt' })).toHaveCount(3);
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await keyboard.press(/^BUTTON Absage der 3 Termine zurück/);
  await expect(series.filter({ hasText: 'Abgesagt' })).toHaveCount(0);
}

/** Only the device believes that it is so late: what has not been yet is listed, and can be changed. */
async function theClockIsWrong(page: Page, day: Temporal.PlainDate): Promise<void> {
  const now = day.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '14:28' });
  const all = await page.locator('.date-card').count();
  await page.clock.setFixedTime(now.epochMilliseconds);
  await comeBack(page);
  const card = page.locator('.date-card', { hasText: inWords(day) });
  await expect(card).toContainText('Die Tür öffnet um');
  await expect(card.getByRole('button', { name: /^(Verschieben|Absagen)/ })).toHaveCount(2);
  await expect(page.locator('.date-card')).toHaveCount(all);
}

/** The page was left open until then. The house says that it is as late as the browser believes. */
async function whileItRuns(page: Page, keyboard: Keyboard, day: Temporal.PlainDate): Promise<void> {
  const now = day.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '14:30' });
  await page.route('**/api/**', async (route) => {
    const response = await route.fetch();
    const date = new Date(await page.evaluate<number>('Date.now()')).toUTCString();
    await route.fulfill({ response, headers: { ...response.headers(), date } });
  });
  await page.clock.setFixedTime(now.epochMilliseconds);
  await comeBack(page);
  const card = page.locator('.date-card', { hasText: inWords(day) });
  await expect(card).toContainText('Die Tür ist offen.');
  await expect(card.getByRole('button', { name: /^(Verschieben|Absagen)/ })).toHaveCount(0);
  const extend = card.getByRole('button', { name: '30 Minuten verlängern' });
  await extend.focus();
  await page.clock.setFixedTime(now.add({ minutes: 2 }).epochMilliseconds);
  await comeBack(page);
  await expect(extend).toBeFocused();
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await keyboard.press(/^BUTTON 30 Minuten/);
  await expect(card.getByRole('alert')).toBeFocused();
}

/** To a page that has been open for more than a minute: it looks again by itself. */
async function comeBack(page: Page): Promise<void> {
  const looked = page.waitForResponse(/\/occurrences\?/);
  await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
  await looked;
}

const someDay = (days: number): Temporal.PlainDate =>
  Temporal.Now.plainDateISO('Europe/Berlin').add({ days });

/** „31. Januar 2027“ */
function inWords(day: Temporal.PlainDate): string {
  return day.toLocaleString('de-DE', { dateStyle: 'long' });
}
