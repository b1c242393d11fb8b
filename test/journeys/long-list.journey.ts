import type { Locator, Page } from '@playwright/test';
import { becomeRepresentative } from './become-representative.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { signedIn } from './by-api.js';
import { Keyboard, pressEnter } from './by-keyboard.js';
import { expect, test } from './open-house.js';
import { holdLine } from './slow-line.js';

const EMAIL = 'lang@neue-gruppe.example';
const DATES = '**/api/groups/*/occurrences?*';

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
  await cancelsTheLast(page);
  await fromTheDatesOfASeries(page);
});

/** The last date of the opened list is far below, and the list stays open. */
async function fromTheListAndBack(page: Page): Promise<void> {
  await press(page, 'Raum reservieren');
  await press(page, 'Zurück zu meinen Terminen');
  const below = page.locator('vh-group-settings section').first();
  const more = page.getByRole('button', { name: 'Noch 1 Termin zeigen' });
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await gapBetween(more, below), 'the button stands clear of the card below').toBeGreaterThan(16);
  }
  await pressEnter(more);
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

/** What was done is said at the date itself, and from there it is taken back. */
async function cancelsTheLast(page: Page): Promise<void> {
  const last = page.locator('.date-card').last();
  await pressEnter(last.getByRole('button', { name: 'Absagen' }));
  await pressEnter(last.getByRole('button', { name: /^Ja, / }));
  await expect(last.locator('.announcement')).toBeFocused();
  await expect(last.locator('.announcement')).toContainText('ist abgesagt.');
  await expect(last.locator('.announcement')).toBeInViewport({ ratio: 1 });
  await pressEnter(last.getByRole('button', { name: 'Absage zurücknehmen' }));
  await expect(last.locator('.announcement')).toBeFocused();
  await expect(last.locator('.announcement')).toContainText('Die Absage ist zurückgenommen.');
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

test('two dates at the same time are told apart by their rooms', async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const email = 'zugleich@neue-gruppe.example';
  await becomeRepresentative(page, { house, keyboard: new Keyboard(page), email });
  const { groupId, post } = await signedIn(house, email);
  for (const days of [30, 30, 37]) {
    const wish = { roomId: 'any', date: inDays(days), time: '07:00', minutes: 60, expectedParticipants: 4 };
    await post(`/api/groups/${groupId}/reservations`, wish);
  }
  await press(page, 'Raum reservieren');
  await press(page, 'Zurück zu meinen Terminen');
  await expect(page.locator('.date-card')).toHaveCount(3);
  const names = await page.locator('.date-card h3').allInnerTexts();
  expect(new Set(names).size).toBe(3);
  expect(names[0]).toMatch(/08:00 Uhr, \S/);
  expect(names[2]).toMatch(/08:00 Uhr$/);
  for (const open of ['Absagen', 'Zugang zum Videoraum erneuern'])
    for (const name of names) await isAskedAbout(page, open, name);
  await goesOnMeanwhile(page, names);
  await expectAccessible(page);
});

/** The heading of the card may be above the screen: question and refusal name the date themselves. */
async function isAskedAbout(page: Page, open: string, name: string): Promise<void> {
  const question = await askUnheard(page, open, name);
  await pressEnter(question.getByRole('button', { name: /^Nein, / }));
  await expect(page.getByRole('heading', { name, exact: true })).toBeFocused();
}

/** The line is slow while it is looked what became of the first: whoever goes on meanwhile stays where they are. */
async function goesOnMeanwhile(page: Page, [first = '', second = '']: string[]): Promise<void> {
  const question = await askUnheard(page, 'Absagen', first);
  const letGo = await holdLine(page, DATES, 'GET');
  const looked = page.waitForResponse(DATES);
  await pressEnter(question.getByRole('button', { name: /^Nein, / }));
  const next = page.getByRole('button', { name: `Verschieben am ${second}`, exact: true });
  await next.focus();
  await letGo();
  await looked;
  await page.evaluate('new Promise((shown) => setTimeout(shown, 300))');
  await expect(next).toBeFocused();
}

/** Asks, says yes, and is not heard. */
async function askUnheard(page: Page, open: string, name: string): Promise<Locator> {
  await pressEnter(page.getByRole('button', { name: `${open} am ${name}`, exact: true }));
  const question = page.getByRole('group').filter({ has: page.locator(':focus') });
  await expect(question).toHaveAccessibleName(new RegExp(name));
  await expect(question.locator(':focus')).toBeInViewport({ ratio: 1 });
  await page.route(/\/api\/occurrences\//, (route) => route.abort());
  await pressEnter(question.getByRole('button', { name: /^Ja, / }));
  await expect(question.getByRole('alert')).toBeFocused();
  await expect(question.getByRole('alert')).toContainText(name);
  await expectNoSidewaysScroll(page);
  await page.unroute(/\/api\/occurrences\//);
  return question;
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

async function gapBetween(above: Locator, below: Locator): Promise<number> {
  const [upper, lower] = [await above.boundingBox(), await below.boundingBox()];
  return (lower?.y ?? NaN) - (upper?.y ?? NaN) - (upper?.height ?? NaN);
}

function inDays(days: number): string {
  return Temporal.Now.plainDateISO('Europe/Berlin').add({ days }).toString();
}
