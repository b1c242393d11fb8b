import type { FrameLocator, Page } from '@playwright/test';
import { becomeRepresentative } from './become-representative.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { Keyboard, pressEnter } from './by-keyboard.js';
import { expect, newestCode, test, type House } from './open-house.js';

type Place = Page | FrameLocator;

test('Back of a phone leads to the screen before, and nothing typed is lost', async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const email = 'zurueck@neue-gruppe.example';
  await becomeRepresentative(page, { house, keyboard: new Keyboard(page), email });
  await expectAt(page, 'Meine Termine');
  await backFromTheForm(page, house);
  await backFromTheSeries(page);
  await backFromTheInvitees(page);
  await backFromAFurtherForm(page);
  await press(page, 'Zurück zu meinen Terminen');
  await backFromADate(page);
  await buttonsGoBackToo(page);
  await page.goBack();
  await expect(page, 'Back at the first screen leaves the house').not.toHaveURL(/\/haus\//);
});

async function backFromTheForm(page: Page, house: House): Promise<void> {
  await press(page, 'Raum reservieren');
  await expectAt(page, 'Wann möchten Sie sich treffen?');
  await page.getByLabel('Erwartete Personen').fill('7');
  await page.goBack();
  await expectAt(page, 'Meine Termine');
  await expect(page.getByLabel('Erwartete Personen')).toBeHidden();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.goForward();
  await expectAt(page, 'Wann möchten Sie sich treffen?');
  await expect(page.getByLabel('Erwartete Personen')).toHaveValue('7');
  // Neither address nor history tell what somebody does here (P6).
  expect(page.url()).toBe(`${house.url}/haus/dortmund`);
  expect(await page.evaluate('history.state')).toBe(1);
  await page.goBack();
  await press(page, 'Raum reservieren');
  await expectAt(page, 'Wann möchten Sie sich treffen?');
  await expect(page.getByLabel('Erwartete Personen')).toHaveValue('7');
}

async function backFromTheSeries(page: Page): Promise<void> {
  await page.getByLabel('Datum').fill(inDays(200));
  await page.getByLabel('Regelmäßig').check();
  await page.getByLabel('Anzahl der Termine').fill('2');
  await press(page, 'Termine ansehen');
  await expectAt(page, 'Passen diese Termine?');
  await page.goBack();
  await expectAt(page, 'Wann möchten Sie sich treffen?');
  await expect(page.getByLabel('Anzahl der Termine')).toHaveValue('2');
  await press(page, 'Termine ansehen');
  await backFromAReservation(page);
}

/** What was asked for is what is reserved, whatever is changed before the answer comes. */
async function backFromAReservation(page: Page): Promise<void> {
  const line = Promise.withResolvers<undefined>();
  await page.route('**/reservations', async (route) => {
    await line.promise;
    await route.continue();
  });
  await press(page, '2 Termine reservieren');
  await page.goBack();
  await expectAt(page, 'Wann möchten Sie sich treffen?');
  await page.getByLabel('Beginn').selectOption('20:00');
  await expect(page.getByRole('button', { name: 'Termine ansehen' })).toBeDisabled();
  line.resolve(undefined);
  await expectAt(page, 'Wer soll eingeladen werden?');
  await expect(page.locator('.ok')).toContainText('18:00 bis 20:00 Uhr');
}

async function backFromTheInvitees(page: Page): Promise<void> {
  await page.getByLabel('E-Mail-Adressen').fill('ada@neue-gruppe.example');
  await page.goBack();
  await expectAt(page, 'Meine Termine');
  await expect(page.locator('.date-card')).toHaveCount(2);
  await page.goForward();
  await expectAt(page, 'Wer soll eingeladen werden?');
  await expect(page.getByLabel('E-Mail-Adressen')).toHaveValue('ada@neue-gruppe.example');
  await page.goBack();
  await press(page, 'Einladen');
  await expectAt(page, 'Wer soll eingeladen werden?');
  await expect(page.getByLabel('E-Mail-Adressen')).toHaveValue('ada@neue-gruppe.example');
  await page.goBack();
  await expectAt(page, 'Meine Termine');
  // What was typed is a reservation now: the next one begins anew.
  await press(page, 'Raum reservieren');
  await expect(page.getByLabel('Einmal')).toBeChecked();
}

/** The form for one more reservation is kept like the first. */
async function backFromAFurtherForm(page: Page): Promise<void> {
  await page.getByLabel('Datum').fill(inDays(230));
  await press(page, 'Raum reservieren und weiter');
  await expectAt(page, 'Wer soll eingeladen werden?');
  await press(page, 'Niemanden einladen');
  await press(page, 'Noch einen Raum reservieren');
  await expectAt(page, 'Wann möchten Sie sich treffen?');
  await page.getByLabel('Erwartete Personen').fill('9');
  await page.goBack();
  await expectAt(page, 'Meine Termine');
  await press(page, 'Raum reservieren');
  await expectAt(page, 'Wann möchten Sie sich treffen?');
  await expect(page.getByLabel('Erwartete Personen')).toHaveValue('9');
}

/** Back, perhaps by mistake, and then the same button of the same date once more. */
async function backFromADate(page: Page): Promise<void> {
  for (const [open, heading, field, typed] of [
    ['Einladen', 'Eingeladene', 'E-Mail-Adressen', 'bo@neue-gruppe.example'],
    ['Verschieben', 'Termin verschieben', 'Datum', inDays(201)],
  ] as const) {
    await press(page, open);
    await expectAt(page, heading);
    await page.getByLabel(field).fill(typed);
    await page.goBack();
    await expectAt(page, 'Meine Termine');
    await press(page, open);
    await expectAt(page, heading);
    await expect(page.getByLabel(field)).toHaveValue(typed);
    await page.goBack();
    await expectAt(page, 'Meine Termine');
  }
  await press(page, 'Raum reservieren');
}

async function buttonsGoBackToo(page: Page): Promise<void> {
  const entries = await page.evaluate('history.length');
  for (const open of [/^Einladen/, /^Verschieben/, /^Raum reservieren/]) {
    await press(page, 'Zurück zu meinen Terminen');
    await expectAt(page, 'Meine Termine');
    await pressEnter(page.getByRole('button', { name: open }).first());
  }
  await press(page, 'Zurück zu meinen Terminen');
  await expect.poll(() => page.evaluate('history.state')).toBeNull();
  expect(await page.evaluate('history.length')).toBe(entries);
}

test('Back leads to the screen before inside a foreign page, too', async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(house.siteUrl);
  await page.getByRole('button', { name: 'Anmelden und Raum reservieren' }).click();
  const frame = page.frameLocator('virtuelles-haus iframe');
  await signIn(frame, house, 'renate@gruppe.example');
  await press(frame, 'Raum reservieren');
  await frame.getByLabel('Erwartete Personen').fill('7');
  await page.evaluate('history.back()');
  await expectAt(frame, 'Meine Termine');
  await page.evaluate('history.forward()');
  await expectAt(frame, 'Wann möchten Sie sich treffen?');
  await expect(frame.getByLabel('Erwartete Personen')).toHaveValue('7');
  await press(frame, 'Zurück zu meinen Terminen');
  await expectAt(frame, 'Meine Termine');
  expect(page.url()).toBe(`${house.siteUrl}/`);
  await keepsToItself(page, frame, house.siteUrl);
});

/** Page and frame share one history: what is pressed in the frame takes nothing of the page's back. */
async function keepsToItself(page: Page, frame: FrameLocator, siteUrl: string): Promise<void> {
  const entries = await page.evaluate('history.length');
  await press(frame, 'Raum reservieren');
  await expectAt(frame, 'Wann möchten Sie sich treffen?');
  expect(await page.evaluate('history.length'), 'the entry of the screen before is used again').toBe(entries);
  await page.evaluate(`location.hash = 'oben'`);
  await press(frame, 'Zurück zu meinen Terminen');
  await expectAt(frame, 'Meine Termine');
  await press(frame, 'Raum reservieren');
  await expectAt(frame, 'Wann möchten Sie sich treffen?');
  await frame.getByLabel('Erwartete Personen').fill('8');
  expect(page.url()).toBe(`${siteUrl}/#oben`);
  await page.evaluate('history.back()');
  await expect(page).toHaveURL(`${siteUrl}/`);
  await expect(frame.getByLabel('Erwartete Personen')).toHaveValue('8');
  await page.evaluate('history.back()');
  await expectAt(frame, 'Meine Termine');
  await press(frame, 'Raum reservieren');
  await expect(frame.getByLabel('Erwartete Personen')).toHaveValue('8');
}

async function signIn(place: Place, house: House, email: string): Promise<void> {
  const before = await house.newestMailId(email);
  await place.getByLabel('Ihre E-Mail-Adresse').fill(email);
  await press(place, 'Code zusenden');
  await expect(place.getByLabel('Code aus der Mail')).toBeVisible();
  const { code } = await newestCode(house, email, before);
  await place.getByLabel('Code aus der Mail').fill(code);
  await place.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await press(place, 'Ich stimme zu');
}

/** By key: a finger that is as quick as this does nothing on what has just come to stand there. */
async function press(place: Place, button: string): Promise<void> {
  await pressEnter(place.getByRole('button', { name: button }).first());
}

/** The person stands there, and so does the focus; the title of the page says the same. */
async function expectAt(place: Place, heading: string): Promise<void> {
  const shown = place.getByRole('heading', { level: 1, name: heading });
  await expect(shown).toBeFocused();
  const title = `${heading} – Virtuelles Haus der Selbsthilfe`;
  await expect(place.locator('head > title')).toHaveJSProperty('text', title);
}

function inDays(days: number): string {
  return Temporal.Now.plainDateISO('Europe/Berlin').add({ days }).toString();
}
