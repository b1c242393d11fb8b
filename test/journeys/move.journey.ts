import type { Page } from '@playwright/test';
import { becomeRepresentative } from './become-representative.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { signedIn } from './by-api.js';
import { Keyboard, pressEnter, typeNewYearsEve } from './by-keyboard.js';
import { expect, test, type House } from './open-house.js';

const EMAIL = 'feiertag@neue-gruppe.example';
/** More than a small room seats: on a holiday that comes nearer day by day, no other journey may hold the same room. */
const MANY = 20;

test('a date is moved as it was reserved: with public holidays and all that is free', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const keyboard = new Keyboard(page);
  await becomeRepresentative(page, { house, keyboard, email: EMAIL });
  await keyboard.press(/^BUTTON Raum reservieren/);
  await typeNewYearsEve(page.getByLabel('Datum'));
  const [first, second] = comingHolidays();
  await page.getByLabel('Datum').fill(first.day.subtract({ days: 1 }).toString());
  await page.getByLabel('Beginn').selectOption('07:00');
  await page.getByLabel('Erwartete Personen').fill(String(MANY));
  await expectHoliday(page, '');
  await expect(page.locator('p.wish')).toHaveText(/passenden Räumen/);
  const before = await wayToButton(page);
  await page.getByLabel('Datum').fill(first.day.toString());
  await expectHoliday(page, `Feiertag: ${first.name}`);
  await expect(page.locator('p.wish')).toHaveText(/passenden Räumen/);
  expect(await wayToButton(page), 'nothing moves under a finger').toBe(before);
  await expectAccessible(page);
  await keyboard.press(/^BUTTON Raum reservieren und weiter/);
  await keyboard.press(/^BUTTON Niemanden/);
  await keyboard.press(/^BUTTON Zu meinen/);
  await keyboard.press(/^BUTTON Verschieben/);
  await expectHoliday(page, `Feiertag: ${first.name}`);
  const rooms = page.getByLabel('Raum', { exact: true }).locator('option');
  await expect(rooms.filter({ hasNotText: /\(bis \d+ Personen\)$/ })).toHaveCount(0);
  await page.getByLabel('Datum').fill(second.day.toString());
  await expectHoliday(page, `Feiertag: ${second.name}`);
  await expect(page.locator('p.wish')).toHaveText(/: Zu Ihrer Zeit frei\.$/);
  await expectAccessible(page);
  await page.getByLabel('Datum').fill(second.day.subtract({ days: 1 }).toString());
  await expectHoliday(page, '');
  // What the date holds itself is not in its way.
  await page.getByLabel('Datum').fill(first.day.toString());
  await page.getByLabel('Beginn').selectOption('07:30');
  await expect(
    page.getByRole('heading', { name: new RegExp(`^So ist es am .*, ${inWords(first.day)}`) }),
  ).toBeVisible();
  await expect(page.locator('p.wish')).toHaveText(/: Zu Ihrer Zeit frei\.$/);
  await expectNoSidewaysScroll(page);
  await moveUnheard(page, 'Fertig. Der Termin ist verschoben.');
  await moveSeriesUnheard(page, house, first.day);
});

/** The house has moved it, but its answer is lost: whoever presses again hears no word of somebody else. */
async function moveUnheard(page: Page, done: string): Promise<void> {
  const submit = page.getByRole('button', { name: 'Verschieben', exact: true });
  const anyDate = /\/api\/(occurrences|reservations)\//;
  await page.route(anyDate, async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    await route.fetch();
    await route.abort();
  });
  await pressEnter(submit);
  await expect(page.getByRole('alert')).toBeFocused();
  await page.unroute(anyDate);
  await pressEnter(submit);
  await expect(page.getByRole('heading', { name: done })).toBeFocused();
  await expectAccessible(page);
}

/** To another day, and all that follow by as many. */
async function moveSeriesUnheard(page: Page, house: House, day: Temporal.PlainDate): Promise<void> {
  const { groupId, post } = await signedIn(house, EMAIL);
  const first = day.add({ weeks: 1 });
  await post(`/api/groups/${groupId}/reservations`, {
    ...{ roomId: 'any', date: first.toString(), time: '07:00', minutes: 60, expectedParticipants: MANY },
    repeat: { kind: 'weekly', interval: 1, count: 3 },
  });
  await page.getByRole('button', { name: 'Zu meinen Terminen' }).click();
  await moveOneLater(page, first.add({ weeks: 2 }));
  const second = page.locator('.date-card', { hasText: inWords(first.add({ weeks: 1 })) });
  await second.getByRole('button', { name: 'Verschieben' }).click();
  await page.getByLabel('Diesen und alle folgenden').check();
  const differing = page
    .getByRole('status')
    .filter({ hasText: 'Wenn Sie hier Beginn, Dauer oder Raum ändern' });
  await expect(differing.getByRole('listitem')).toHaveText(
    new RegExp(`${inWords(first.add({ weeks: 2 }))} .*, 08:00 bis 09:00 Uhr, `),
  );
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel('Datum').fill(first.add({ weeks: 1, days: 1 }).toString());
  await moveUnheard(page, 'Fertig. Die Termine sind verschoben.');
  await pressEnter(page.getByText('Alle Termine zeigen'));
  await expect(page.locator('vh-move details').getByRole('listitem')).toHaveText([
    new RegExp(inWords(first.add({ weeks: 1, days: 1 }))),
    new RegExp(`${inWords(first.add({ weeks: 2, days: 1 }))} .*, 08:00 bis 09:00 Uhr`),
  ]);
  await expectAccessible(page);
}

/** A time of its own, which a move of all would take away. */
async function moveOneLater(page: Page, day: Temporal.PlainDate): Promise<void> {
  const card = page.locator('.date-card', { hasText: inWords(day) });
  await card.getByRole('button', { name: 'Verschieben' }).click();
  await page.getByLabel('Beginn').selectOption('08:00');
  await pressEnter(page.getByRole('button', { name: 'Verschieben', exact: true }));
  await page.getByRole('button', { name: 'Zu meinen Terminen' }).click();
}

async function expectHoliday(page: Page, name: string): Promise<void> {
  await expect(page.locator('vh-holiday-hint').getByRole('status')).toHaveText(name);
}

/** From the field of the date down to the button, in pixels. */
async function wayToButton(page: Page): Promise<number> {
  const field = await page.getByLabel('Datum').boundingBox();
  const button = await page.getByRole('button', { name: 'Raum reservieren und weiter' }).boundingBox();
  return (button?.y ?? NaN) - (field?.y ?? NaN);
}

interface Holiday {
  day: Temporal.PlainDate;
  name: string;
}

/** The next two of three that stand in every Land's calendar, as far ahead as can be reserved. */
function comingHolidays(): [Holiday, Holiday] {
  const today = Temporal.Now.plainDateISO('Europe/Berlin');
  const next = (month: number, day: number, name: string): Holiday => {
    const thisYear = today.with({ month, day });
    // The day before is looked at, too.
    const isAhead = today.until(thisYear).days > 2;
    return { day: isAhead ? thisYear : thisYear.add({ years: 1 }), name };
  };
  const all = [
    next(5, 1, 'Tag der Arbeit'),
    next(10, 3, 'Tag der Deutschen Einheit'),
    next(12, 25, '1. Weihnachtstag'),
  ];
  const [first, second] = all.sort((a, b) => Temporal.PlainDate.compare(a.day, b.day)) as [
    Holiday,
    Holiday,
    Holiday,
  ];
  return [first, second];
}

const inWords = (day: Temporal.PlainDate): string =>
  day.toLocaleString('de-DE', { day: 'numeric', month: 'long' });
