import type { Page } from '@playwright/test';
import { becomeRepresentative } from './become-representative.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { Keyboard, pressEnter, typeNewYearsEve } from './by-keyboard.js';
import { expect, test } from './open-house.js';

test('a date is moved as it was reserved: with public holidays and all that is free', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const keyboard = new Keyboard(page);
  await becomeRepresentative(page, { house, keyboard, email: 'feiertag@neue-gruppe.example' });
  await keyboard.press(/^BUTTON Raum reservieren/);
  await typeNewYearsEve(page.getByLabel('Datum'));
  const [first, second] = comingHolidays();
  await page.getByLabel('Datum').fill(first.day.subtract({ days: 1 }).toString());
  await page.getByLabel('Beginn').selectOption('07:00');
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
  await moveUnheard(page);
});

/** The house has moved it, but its answer is lost: whoever presses again hears no word of somebody else. */
async function moveUnheard(page: Page): Promise<void> {
  const submit = page.getByRole('button', { name: 'Verschieben', exact: true });
  await page.route('**/api/occurrences/*', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await pressEnter(submit);
  await expect(page.getByRole('alert')).toBeFocused();
  await page.unroute('**/api/occurrences/*');
  await pressEnter(submit);
  await expect(page.getByRole('heading', { name: 'Fertig. Der Termin ist verschoben.' })).toBeFocused();
  await expectAccessible(page);
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
