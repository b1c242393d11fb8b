import type { Locator, Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { becomeRepresentative } from './become-representative.js';
import { Keyboard, pressEnter } from './by-keyboard.js';
import { keepsTheList } from './not-kept.js';
import { expect, test } from './open-house.js';
import { loseAnswer, loseAnswerAndLook } from './slow-line.js';

const DATES = '**/api/groups/*/occurrences?*';
const INVITEES = '**/api/reservations/*/invitees';
const FIRST_IN_DAYS = 90;
const LONGER_THAN_A_LOOK_MS = 5_000;

/** On a weak line the house does what it is asked, and nobody hears of it: what is shown is what holds. */
for (const width of [1280, 320]) {
  test(`answers that get lost, ${width} pixels wide`, async ({ page, house }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const keyboard = new Keyboard(page);
    await becomeRepresentative(page, { house, keyboard, email: `schwach-${width}@neue-gruppe.example` });
    const first = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: FIRST_IN_DAYS + (width % 7) });
    await reserveSeries(page, first);
    await inviteUnheard(page, width);
    await cancelAndTakeBack(page, first);
    await cancelUnseen(page, first);
    await takeUpUnheard(page, first.add({ weeks: 1 }));
    await addUnheard(page, keyboard, width);
    await renewCalendarAddress(page, keyboard);
    await looksAgainUnasked(page);
    await resendUnheard(page, width);
    await withdrawUnheard(page, width);
    await renewLink(page, keyboard);
    await keepsTheList(page, keyboard);
  });
}

/** Three weeks, of which the second one is left out. */
async function reserveSeries(page: Page, first: Temporal.PlainDate): Promise<void> {
  await press(page, 'Raum reservieren');
  await page.getByLabel('Datum').fill(first.toString());
  await page.getByLabel('Beginn').selectOption('07:00');
  await page.getByLabel('Regelmäßig').check();
  await page.getByLabel('Anzahl der Termine').fill('3');
  await press(page, 'Termine ansehen');
  await press(page, `Auslassen am ${dayOf(first.add({ weeks: 1 }))}`);
  await press(page, '2 Termine reservieren');
}

/** Whoever goes on then is not told that nobody is invited. */
async function inviteUnheard(page: Page, width: number): Promise<void> {
  await page.getByLabel('E-Mail-Adressen').fill(`Maria <${guestOf(width)}>`);
  await loseAnswer(page, INVITEES, 'POST');
  await press(page, 'Einladungen senden');
  await expect(page.getByRole('alert')).toBeFocused();
  await press(page, 'Niemanden einladen');
  await press(page, 'Ohne Einladung weiter');
  await expect(page.locator('.invitee', { hasText: guestOf(width) })).toBeVisible();
  await expect(page.getByText('Bisher ist niemand eingeladen')).toHaveCount(0);
  await expectReadable(page);
  await press(page, 'Zu meinen Terminen');
}

async function cancelAndTakeBack(page: Page, first: Temporal.PlainDate): Promise<void> {
  const said = page.locator('.announcement.ok');
  await askToCancelFrom(page, first);
  await loseAnswer(page, '**/api/reservations/*', 'DELETE');
  await pressEnter(page.getByRole('button', { name: /^Ja, diese 2 Termine/ }));
  await expect(said).toBeFocused();
  await expect(said).toHaveText(new RegExp(`^\\s*Alle Termine ab ${dayOf(first)} sind abgesagt\\.`));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(cards(page, 'Abgesagt')).toHaveCount(2);
  await expectReadable(page);
  await loseAnswer(page, '**/api/reservations/*/restore', 'POST');
  await pressEnter(page.getByRole('button', { name: 'Absage der 2 Termine zurücknehmen' }));
  await expect(said).toBeFocused();
  await expect(said).toContainText('Die Absage ist zurückgenommen. Alles findet statt wie vorher.');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(cards(page, 'Abgesagt')).toHaveCount(0);
}

/** Nor can it be seen what became of it: nothing else is offered, and whoever keeps the date sees that it is off. */
async function cancelUnseen(page: Page, first: Temporal.PlainDate): Promise<void> {
  const card = cards(page, dayOf(first));
  await askToCancelFrom(page, first);
  const lookAgain = await loseAnswerAndLook(page, '**/api/reservations/*', {
    method: 'DELETE',
    looks: DATES,
  });
  await pressEnter(page.getByRole('button', { name: /^Ja, diese 2 Termine/ }));
  await expect(card.getByRole('alert')).toBeFocused();
  await expect(card.getByRole('button', { name: /^Absage zurück/ })).toHaveCount(0);
  await expectReadable(page);
  await lookAgain();
  await press(page, 'Nein, nichts absagen');
  await expect(card.getByRole('heading')).toBeFocused();
  await expect(cards(page, 'Abgesagt')).toHaveCount(2);
  for (const of of [first, first.add({ weeks: 2 })]) {
    await pressEnter(cards(page, dayOf(of)).getByRole('button', { name: /^Absage zurück/ }));
    await expect(page.locator('.announcement.ok')).toContainText(`Der Termin am ${dayOf(of)}`);
  }
}

async function askToCancelFrom(page: Page, first: Temporal.PlainDate): Promise<void> {
  const card = cards(page, dayOf(first));
  await pressEnter(card.getByRole('button', { name: /^Absagen/ }));
  await card.getByRole('radio', { name: 'Diesen und alle folgenden Termine' }).press('Space');
}

async function takeUpUnheard(page: Page, leftOut: Temporal.PlainDate): Promise<void> {
  await loseAnswer(page, '**/api/reservations/*/occurrences', 'POST');
  await pressEnter(cards(page, dayOf(leftOut)).getByRole('button', { name: /^Doch wieder aufnehmen/ }));
  const said = page.locator('.announcement.ok');
  await expect(said).toBeFocused();
  await expect(said).toContainText(`Der Termin am ${dayOf(leftOut)}`);
  await expect(said).toContainText('ist wieder eingetragen.');
  await expect(page.getByRole('alert')).toHaveCount(0);
}

/** Once the house tells afterwards, and once only when nobody else is wanted. */
async function addUnheard(page: Page, keyboard: Keyboard, width: number): Promise<void> {
  const people = page.locator('vh-representatives');
  await nameAnother(keyboard, `zweite-${width}@neue-gruppe.example`);
  await loseAnswer(page, '**/api/groups/*/representatives', 'POST');
  await press(page, 'Eintragen');
  await expect(people.locator('.announcement.ok')).toBeFocused();
  await expect(people.locator('.announcement.ok')).toContainText('Karla Neu ist jetzt auch Ansprechperson');
  await nameAnother(keyboard, `vertippt-${width}@neue-gruppe.example`);
  const lookAgain = await loseAnswerAndLook(page, '**/api/groups/*/representatives', {
    ...{ method: 'POST', looks: /\/api\/groups\/[\w-]+$/ },
  });
  await press(page, 'Eintragen');
  await expect(people.getByRole('alert')).toBeFocused();
  await expect(people.getByLabel('E-Mail-Adresse')).toHaveValue(`vertippt-${width}@neue-gruppe.example`);
  await expectReadable(page);
  await lookAgain();
  await press(page, 'Niemanden eintragen');
  await expect(people.getByRole('listitem').filter({ hasText: `vertippt-${width}` })).toBeVisible();
  await expect(people.getByRole('button', { name: 'Weitere Ansprechperson eintragen' })).toBeFocused();
  await expectReadable(page);
}

async function nameAnother(keyboard: Keyboard, email: string): Promise<void> {
  await keyboard.press(/^BUTTON Weitere Ansprechperson/);
  await keyboard.type(/^INPUT Name$/, 'Karla Neu');
  await keyboard.type(/^INPUT E-Mail-Adresse$/, email);
}

async function renewCalendarAddress(page: Page, keyboard: Keyboard): Promise<void> {
  const address = page.getByLabel('Adresse für Ihren Kalender');
  await loseAnswer(page, '**/api/groups/*/calendar', 'POST');
  await keyboard.press(/^BUTTON Adresse anlegen/);
  await expect(page.getByText('Ihre Adresse ist angelegt.')).toBeFocused();
  const before = await address.inputValue();
  await keyboard.press(/^BUTTON Neue Adresse/);
  const lookAgain = await loseAnswerAndLook(page, '**/api/groups/*/calendar', { method: 'POST' });
  await keyboard.press(/^BUTTON Ja, neue Adresse/);
  // What may not hold any more is not shown.
  await expect(page.locator('vh-calendar-address').getByRole('alert')).toBeFocused();
  await expect(address).toHaveCount(0);
  await expectReadable(page);
  await lookAgain();
  await keyboard.press(/^BUTTON Noch einmal versuchen/);
  await expect(address).not.toHaveValue(before);
  await keyboard.press(/^BUTTON Nein, Adresse behalten/);
  await expect(address).not.toHaveValue(before);
  await loseAnswer(page, '**/api/groups/*/calendar', 'DELETE');
  await keyboard.press(/^BUTTON Abschalten/);
  await keyboard.press(/^BUTTON Ja, abschalten/);
  await expect(page.getByText('Die Adresse ist abgeschaltet.')).toBeFocused();
  await expect(address).toHaveCount(0);
}

/** While a mail is under way the list is looked at now and then: not under a question, and no list goes when it fails. */
async function looksAgainUnasked(page: Page): Promise<void> {
  let looks = 0;
  await page.route(INVITEES, async (route) => {
    looks += 1;
    if (looks > 1) return route.abort();
    const { items } = (await (await route.fetch()).json()) as { items: object[] };
    return route.fulfill({ json: { items: items.map((each) => ({ ...each, mail: 'queued' })) } });
  });
  await pressEnter(page.getByRole('button', { name: /^Einladen am/ }).first());
  await pressEnter(page.getByRole('button', { name: 'Einladung zurückziehen von Maria' }));
  await sleep(LONGER_THAN_A_LOOK_MS);
  expect(looks).toBe(1);
  await expect(page.locator(':focus')).toContainText('Möchten Sie die Einladung an Maria');
  await press(page, 'Nein, Einladung behalten');
  await expect.poll(() => looks).toBe(2);
  await expect(page.getByRole('button', { name: 'Einladung zurückziehen von Maria' })).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.unroute(INVITEES);
}

async function resendUnheard(page: Page, width: number): Promise<void> {
  const row = page.locator('.invitee', { hasText: guestOf(width) });
  await expect(row.locator('.mail-state')).toHaveText('angekommen beim Postfach');
  await loseAnswer(page, '**/invitees/*/resend', 'POST');
  await pressEnter(row.getByRole('button', { name: /^Noch einmal senden/ }));
  await expect(page.getByText('Die Mail an Maria ist noch einmal unterwegs.')).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
}

async function withdrawUnheard(page: Page, width: number): Promise<void> {
  await pressEnter(page.getByRole('button', { name: 'Einladung zurückziehen von Maria' }));
  await loseAnswer(page, '**/invitees/*', 'DELETE');
  await press(page, 'Ja, zurückziehen');
  await expect(page.getByText('Die Einladung an Maria ist zurückgezogen.')).toBeFocused();
  await expect(page.getByText(guestOf(width))).toHaveCount(0);
}

async function renewLink(page: Page, keyboard: Keyboard): Promise<void> {
  const link = page.getByLabel('Ihr Gruppenlink');
  const before = await link.inputValue();
  await keyboard.press(/^BUTTON Neuer Link/);
  await loseAnswer(page, '**/link/renew', 'POST');
  await keyboard.press(/^BUTTON Ja, neuer Link/);
  await expect(page.getByText('Das ist Ihr neuer Gruppenlink.')).toBeFocused();
  await expect(link).not.toHaveValue(before);
  expect((await fetch(await link.inputValue())).status).toBe(200);
  await expectReadable(page);
}

const guestOf = (width: number): string => `schwacher-gast-${width}@neue-gruppe.example`;

const press = (page: Page, name: string): Promise<void> =>
  pressEnter(page.getByRole('button', { name, exact: true }).first());

const cards = (page: Page, text: string): Locator => page.locator('.date-card', { hasText: text });

/** „Sonntag, 31. Januar 2027“ */
const dayOf = (day: Temporal.PlainDate): string => day.toLocaleString('de-DE', { dateStyle: 'full' });

async function expectReadable(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}
