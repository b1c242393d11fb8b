import type { Locator, Page } from '@playwright/test';
import { becomeRepresentative } from './become-representative.js';
import { expectAccessible, expectNoSidewaysScroll, expectRoomForLargeText } from './accessible.js';
import { signedIn } from './by-api.js';
import { Keyboard, pressEnter } from './by-keyboard.js';
import { expect, test, type House } from './open-house.js';
import { saysItAgain } from './says-it-again.js';

const ROOM = 'Gesprächsraum Linde';
const TIME = '11:00';

for (const width of [1280, 320]) {
  test(`a cancelled series comes back without what others hold, ${width} pixels wide`, async ({
    page,
    house,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    const keyboard = new Keyboard(page);
    const email = `zurueck-${width}@neue-gruppe.example`;
    await becomeRepresentative(page, { house, keyboard, email });
    const first = someDay(width === 320 ? 161 : 191);
    await reserveSeries(page, first, `gast-${width}@neue-gruppe.example`);
    await cancelAll(page, keyboard);
    await reserveElsewhere(house, first.add({ weeks: 1 }));
    await takeTheOthersBack(page, keyboard, first.add({ weeks: 1 }));
    await reserveInstead(page, keyboard, first.add({ weeks: 1 }));
    await laterItIsFoldedAway(page, { house, keyboard }, first.add({ weeks: 1 }));
  });

  test(`a date that was left out and is closed now, ${width} pixels wide`, async ({ page, house }) => {
    await page.setViewportSize({ width, height: 640 });
    const keyboard = new Keyboard(page);
    const email = `geschlossen-${width}@neue-gruppe.example`;
    await becomeRepresentative(page, { house, keyboard, email });
    const first = someDay(width === 320 ? 221 : 251);
    await reserveSeries(page, first, undefined, first.add({ weeks: 2 }));
    const openAgain = await close(page, house, first.add({ weeks: 2 }));
    await goToAnotherDay(page, keyboard, first.add({ weeks: 2 }));
    await cancelWithNobodyInvited(page, keyboard, first);
    await openAgain();
  });

  test(`the address for the calendar is cut off by nobody's slip, ${width} pixels wide`, async ({
    page,
    house,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    const keyboard = new Keyboard(page);
    const email = `kalender-${width}@neue-gruppe.example`;
    await becomeRepresentative(page, { house, keyboard, email });
    await keyboard.press(/^BUTTON Adresse anlegen/);
    const address = page.getByLabel('Adresse für Ihren Kalender');
    const before = await address.inputValue();
    await saysItAgain(page, 'vh-calendar-address .announcement', () =>
      keyboard.press(/^BUTTON Adresse kopieren/),
    );
    await keyboard.press(/^BUTTON Abschalten/);
    const question = page.locator('#calendar-question');
    await expect(question).toBeFocused();
    await expect(question).toHaveText('Möchten Sie die Adresse wirklich abschalten?');
    await expectAccessible(page);
    await keyboard.press(/^BUTTON Nein, Adresse behalten/);
    await expect(page.getByRole('button', { name: 'Abschalten' })).toBeFocused();
    await keyboard.press(/^BUTTON Neue Adresse/);
    await expect(question).toBeFocused();
    await expect(question).toHaveText('Möchten Sie wirklich eine neue Adresse?');
    await expectRoomForLargeText(page);
    await expect(address).toHaveValue(before);
    await keyboard.press(/^BUTTON Ja, neue Adresse/);
    await expect(page.getByText('Das ist Ihre neue Adresse.')).toBeFocused();
    await expect(address).not.toHaveValue(before);
    await keyboard.press(/^BUTTON Abschalten/);
    await keyboard.press(/^BUTTON Ja, abschalten/);
    await expect(page.getByText('Die Adresse ist abgeschaltet.')).toBeFocused();
  });
}

/** Four weeks; one of them may be left out, and somebody may be invited to all. */
async function reserveSeries(
  page: Page,
  first: Temporal.PlainDate,
  guest?: string,
  leftOut?: Temporal.PlainDate,
): Promise<void> {
  await press(page, 'Raum reservieren');
  await page.getByLabel('Datum').fill(first.toString());
  await page.getByLabel('Beginn').selectOption(TIME);
  const room = page.getByLabel('Raum', { exact: true });
  const option = room.locator('option', { hasText: ROOM });
  await expect(option).toHaveCount(1);
  await room.selectOption({ label: (await option.innerText()).trim() });
  await page.getByLabel('Regelmäßig').check();
  await page.getByLabel('Anzahl der Termine').fill('4');
  await press(page, 'Termine ansehen');
  if (leftOut) {
    await pressEnter(page.getByRole('button', { name: `Auslassen am ${dayOf(leftOut)}` }));
    await expect(page.getByRole('button', { name: `Doch reservieren am ${dayOf(leftOut)}` })).toBeFocused();
  }
  await press(page, `${leftOut ? 3 : 4} Termine reservieren`);
  if (guest) {
    await page.getByLabel('E-Mail-Adressen').fill(guest);
    await press(page, 'Einladungen senden');
  } else await press(page, 'Niemanden einladen');
  await press(page, 'Zu meinen Terminen');
  await expect(page.locator('.date-card')).toHaveCount(4);
}

async function cancelAll(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.press(/^BUTTON Absagen/);
  await keyboard.choose(/^INPUT Nur diesen/, /^INPUT Alle kommenden/);
  await keyboard.press(/^BUTTON Ja, /);
  await expect(page.locator('.announcement.ok')).toContainText('Alle Eingeladenen bekommen eine Mail.');
  await expect(calledOff(page)).toHaveCount(4);
}

/** Another group holds the room as soon as it is free. */
async function reserveElsewhere(house: House, day: Temporal.PlainDate): Promise<void> {
  const from = day.toString();
  const rooms = await fetch(`${house.url}/api/contact-points/dortmund/availability?from=${from}&to=${from}`);
  const found = ((await rooms.json()) as { rooms: { id: string; name: string }[] }).rooms;
  const roomId = found.find(({ name }) => name === ROOM)?.id;
  const { groupId, post } = await signedIn(house, 'renate@gruppe.example');
  await post(`/api/groups/${groupId}/reservations`, {
    ...{ roomId, date: from, time: TIME, minutes: 60, expectedParticipants: 4 },
  });
}

async function takeTheOthersBack(page: Page, keyboard: Keyboard, taken: Temporal.PlainDate): Promise<void> {
  await keyboard.press(/^BUTTON Absage der 4 Termine zurück/);
  const refused = page.locator('.undo').getByRole('alert');
  await expect(refused).toBeFocused();
  await expect(refused).toContainText(`${dayOf(taken)}, ${TIME} bis`);
  await expect(calledOff(page)).toHaveCount(4);
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  const card = cards(page, dayOf(taken));
  await pressEnter(card.getByRole('button', { name: /^Absage zurücknehmen/ }));
  await expect(card.getByRole('alert')).toBeFocused();
  await expect(refused).toContainText('Es ist noch nichts zurückgenommen.');
  await keyboard.press(/^BUTTON Absage der anderen 3 Termine zurück/);
  const said = page.locator('.announcement.ok');
  await expect(said).toBeFocused();
  await expect(said).toContainText('3 Termine finden wieder statt. Wer schon eine Absage bekommen hat');
  await expect(said).toContainText(`Abgesagt bleibt, was nicht mehr frei ist: ${dayOf(taken)}`);
  await expect(calledOff(page)).toHaveCount(1);
}

async function reserveInstead(page: Page, keyboard: Keyboard, day: Temporal.PlainDate): Promise<void> {
  const card = cards(page, dayOf(day));
  await keyboard.press(/^BUTTON Absage zurück/);
  await expect(card.getByRole('alert')).toBeFocused();
  const heading = card.getByRole('heading', { name: 'Zu dieser Zeit geht es leider nicht' });
  await expect(heading).toHaveAttribute('aria-level', '4');
  await expect(card.getByRole('button', { name: 'Absage zurücknehmen' })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await keyboard.press(/^BUTTON .* nehmen$/);
  await expect(page.locator('.announcement.ok')).toContainText(`Neu reserviert: ${dayOf(day)}`);
  await expect(card).toHaveCount(2);
  await expect(card.filter({ hasText: 'Abgesagt' })).toHaveCount(1);
}

/** What was called off for good is out of the way of what takes place. */
async function laterItIsFoldedAway(
  page: Page,
  { house, keyboard }: { house: House; keyboard: Keyboard },
  day: Temporal.PlainDate,
): Promise<void> {
  const gone = cards(page, dayOf(day)).filter({ hasText: 'Abgesagt' });
  await house.ageCancellations();
  await keyboard.press(/^BUTTON Raum reservieren/);
  await press(page, 'Zurück zu meinen Terminen');
  await expect(gone).toBeHidden();
  await expect(cards(page, dayOf(day)).first()).toBeVisible();
  await keyboard.press(/^SUMMARY 1 abgesagter Termin/);
  await expect(gone).toBeVisible();
  await expect(gone.getByRole('button')).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** For a while: a journey on holidays may meet this day. */
async function close(page: Page, house: House, day: Temporal.PlainDate): Promise<() => Promise<void>> {
  const headers = { origin: house.url };
  const signIn = { email: 'team@dortmund.example', password: 'haus-der-selbsthilfe' };
  await page.request.post(`${house.url}/api/desk/sign-ins`, { data: signIn, headers });
  const times = { from: { date: day.toString() }, to: { date: day.toString() } };
  const answer = await page.request.post(`${house.url}/api/closures`, { data: times, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { id } = (await answer.json()) as { id: string };
  await page.context().clearCookies();
  return async () => {
    await page.request.post(`${house.url}/api/desk/sign-ins`, { data: signIn, headers });
    const opened = await page.request.delete(`${house.url}/api/closures/${id}`, { headers });
    expect(opened.ok(), await opened.text()).toBe(true);
  };
}

async function goToAnotherDay(page: Page, keyboard: Keyboard, day: Temporal.PlainDate): Promise<void> {
  const card = cards(page, dayOf(day));
  await keyboard.press(/^BUTTON Doch wieder/);
  await expect(card.getByRole('alert')).toBeFocused();
  await expect(card).toContainText(
    'Zu dieser Zeit ist geschlossen. Bitte reservieren Sie einen anderen Tag.',
  );
  await expect(card.getByRole('button', { name: 'Doch wieder aufnehmen' })).toHaveCount(0);
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await keyboard.press(/^BUTTON Anderen Tag reservieren/);
  await expect(page.getByLabel('Datum')).toBeVisible();
  await press(page, 'Zurück zu meinen Terminen');
}

async function cancelWithNobodyInvited(
  page: Page,
  keyboard: Keyboard,
  day: Temporal.PlainDate,
): Promise<void> {
  await expect(cards(page, dayOf(day))).toHaveCount(1);
  await keyboard.press(/^BUTTON Absagen/);
  await keyboard.press(/^BUTTON Ja, /);
  const said = page.locator('.announcement.ok');
  await expect(said).toContainText(
    'ist abgesagt. Es ist niemand eingeladen. Bitte sagen Sie selbst Bescheid.',
  );
  await keyboard.press(/^BUTTON Absage zurück/);
  await expect(said).toContainText(
    'findet statt. Es ist niemand eingeladen. Bitte sagen Sie selbst Bescheid.',
  );
}

const press = (page: Page, name: string): Promise<void> =>
  pressEnter(page.getByRole('button', { name, exact: true }).first());

/** Other dates may be named in a card. */
const cards = (page: Page, day: string): Locator =>
  page.locator('.date-card').filter({ has: page.getByRole('heading', { name: day }) });

const calledOff = (page: Page): Locator => page.locator('.date-card.cancelled');

function someDay(days: number): Temporal.PlainDate {
  return Temporal.Now.plainDateISO('Europe/Berlin').add({ days });
}

/** „Sonntag, 31. Januar 2027“ */
function dayOf(day: Temporal.PlainDate): string {
  return day.toLocaleString('de-DE', { dateStyle: 'full' });
}
