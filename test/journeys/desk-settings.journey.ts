import type { Page } from '@playwright/test';
import { expectAccessible, expectRoomForLargeText } from './accessible.js';
import { Keyboard } from './by-keyboard.js';
import { expect, test, type House } from './open-house.js';
import { loseAnswer, loseAnswerAndLook } from './slow-line.js';

const PASSWORD = 'haus-der-selbsthilfe';
const ROOM = 'Gesprächsraum Linde';

for (const width of [1280, 320]) {
  test(`a team changes its settings, ${width} pixels wide`, async ({ page, house }) => {
    // With the keyboard through a long form, several times.
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const keyboard = new Keyboard(page);
    await signIn(page, house, 'team@koeln.example');
    await openSettings(page, keyboard);
    await refusedAndMended(page, keyboard);
    await meetAColleague(page, keyboard, house);
    await saveUnheard(page, keyboard);
    await expect(page.getByText('Köln bei Nacht').first()).toBeVisible();
  });

  test(`the operator closes a room and changes that, ${width} pixels wide`, async ({ page, house }) => {
    await page.setViewportSize({ width, height: 900 });
    const keyboard = new Keyboard(page);
    await signIn(page, house, 'betrieb@haus.example');
    await closeAndOpenTheServer(page, keyboard);
    const first = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: width === 320 ? 300 : 330 });
    await closeARoom(page, keyboard, first);
    await changeClosure(page, keyboard, first);
    await changeTogether(page, keyboard, { house, first });
    await changeAndRemoveUnheard(page, keyboard, first);
  });
}

async function signIn(page: Page, house: House, email: string): Promise<void> {
  await page.goto(`${house.url}/desk`);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort').fill(PASSWORD);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Schreibtisch');
}

async function closeAndOpenTheServer(page: Page, keyboard: Keyboard): Promise<void> {
  await expect(page.getByText('Das setzt dieser Server nicht durch:')).toBeVisible();
  await keyboard.goTo(/^INPUT Nimmt neue Termine an/);
  await page.keyboard.press('Space');
  await expect(page.getByText('nimmt keine neuen Termine mehr an.')).toBeVisible();
  await expectReadable(page);
  await loseAnswer(page, '**/api/servers/*', 'PATCH');
  await page.keyboard.press('Space');
  await expect(page.getByText('nimmt wieder neue Termine an.')).toBeVisible();
  await expect(page.getByLabel(/^Nimmt neue Termine an/)).toBeChecked();
}

/** Accessible and within the page, with text of usual size and of twice that. */
async function expectReadable(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectRoomForLargeText(page);
}

async function openSettings(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.press(/^BUTTON Einstellungen ansehen/);
  await expect(page.getByLabel('Name der Kontaktstelle')).not.toHaveValue('');
  await expectReadable(page);
}

async function refusedAndMended(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.type(/^INPUT Name der Kontaktstelle/, 'Köln bei Tag');
  await page.getByRole('group', { name: 'Anrede in Mails und Seiten' }).getByLabel('Leichte Sprache').check();
  await page.getByLabel('Kürzeste Dauer').selectOption('3 Stunden');
  await page.getByLabel('Adressen, eine in jeder Zeile').fill('http://koeln.example/haus');
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await expect(page.getByRole('alert')).toContainText('„Adressen, eine in jeder Zeile (freiwillig)“');
  await expect(page.locator('[aria-invalid=true]')).toHaveAttribute('id', 'settings-origins');
  await expectReadable(page);
  await keyboard.press(/^BUTTON Zum Feld/);
  await expect(page.locator('#settings-origins')).toBeFocused();
  await expect(page.locator('#settings-origins')).toBeInViewport({ ratio: 0.95 });
  await page.getByLabel('Adressen, eine in jeder Zeile').fill('http://localhost:3001\nhttps://koeln.example');
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await expect(page.getByRole('alert')).toContainText('kürzer als die kürzeste erlaubte');
  await expectReadable(page);
  await expect(page.getByLabel('Name der Kontaktstelle')).toHaveValue('Köln bei Tag');
  await page.getByLabel('Kürzeste Dauer').selectOption('45 Minuten');
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await expect(page.getByText('Die Einstellungen sind gespeichert.')).toBeFocused();
  await expectReadable(page);
  await expect(page.getByText('Köln bei Tag').first()).toBeVisible();
}

async function meetAColleague(page: Page, keyboard: Keyboard, { url }: House): Promise<void> {
  await openSettings(page, keyboard);
  await expect(page.getByLabel('Kürzeste Dauer')).toHaveValue('45');
  await expect(page.getByLabel('Leichte Sprache')).toBeChecked();
  const path = `${url}/api/contact-points/koeln/settings`;
  const saved = await page.request.patch(path, { data: { phone: '0221 999' }, headers: { origin: url } });
  expect(saved.status()).toBe(200);
  await keyboard.type(/^INPUT Name der Kontaktstelle/, 'Köln bei Nacht');
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await expect(page.getByRole('alert')).toContainText('jemand aus Ihrem Team');
  await expectReadable(page);
  await keyboard.press(/^BUTTON Neuen Stand laden/);
  await expect(page.getByText('Jetzt steht hier, was inzwischen gespeichert wurde.')).toBeFocused();
  await expect(page.getByLabel('Name der Kontaktstelle')).toHaveValue('Köln bei Nacht');
  await expect(page.getByLabel('Telefon')).toHaveValue('0221 999');
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await expect(page.getByText('Die Einstellungen sind gespeichert.')).toBeFocused();
}

/** The house has saved it, and neither its answer nor a look came through: nobody is told of a colleague then. */
async function saveUnheard(page: Page, keyboard: Keyboard): Promise<void> {
  await openSettings(page, keyboard);
  await keyboard.type(/^INPUT Telefon/, '0221 555');
  const lookAgain = await loseAnswerAndLook(page, '**/settings', { method: 'PATCH' });
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await expect(page.getByRole('alert')).toBeFocused();
  await lookAgain();
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await expect(page.getByText('Die Einstellungen sind gespeichert.')).toBeFocused();
}

async function closeARoom(page: Page, keyboard: Keyboard, first: Temporal.PlainDate): Promise<void> {
  await keyboard.press(/^BUTTON Neue Sperrzeit/);
  await page.getByLabel('Was wird gesperrt?').selectOption(`Raum: ${ROOM}`);
  await page.getByLabel('Erster Tag').fill(first.toString());
  await expectReadable(page);
  await keyboard.press(/^BUTTON Betroffene Termine/);
  await expect(page.getByRole('definition').first()).toHaveText(`Raum: ${ROOM}`);
  await keyboard.press(/^BUTTON Sperrzeit speichern/);
  await expect(page.getByText('Die Sperrzeit ist gespeichert.')).toBeFocused();
}

async function changeClosure(page: Page, keyboard: Keyboard, first: Temporal.PlainDate): Promise<void> {
  const day = first.toLocaleString('de-DE', { dateStyle: 'long' });
  const row = page.locator('.entries > li', { hasText: day });
  await expect(row).toContainText(ROOM);
  await expectReadable(page);
  await keyboard.press(new RegExp(`^BUTTON Ändern.*${day}`));
  await expect(page.getByRole('heading', { name: 'Sperrzeit ändern' })).toBeFocused();
  await expect(page.getByText(`Gesperrt wird: ${ROOM}`)).toBeVisible();
  await expect(page.getByLabel('Erster Tag')).toHaveValue(first.toString());
  await page.getByLabel('Letzter Tag').fill(first.add({ days: 2 }).toString());
  await keyboard.type(/^INPUT Grund/, 'Umbau');
  await expectReadable(page);
  await keyboard.press(/^BUTTON Betroffene Termine/);
  await expect(page.getByText('Kein Termin ist betroffen.')).toBeVisible();
  await expectReadable(page);
  await keyboard.press(/^BUTTON Sperrzeit speichern/);
  await expect(page.getByText('Die Sperrzeit ist gespeichert.')).toBeFocused();
  await expect(row).toContainText(`${day} bis`);
  await expect(row).toContainText(`Raum: ${ROOM} · Umbau`);
}

async function changeTogether(
  page: Page,
  keyboard: Keyboard,
  { house, first }: { house: House; first: Temporal.PlainDate },
): Promise<void> {
  const day = first.toLocaleString('de-DE', { dateStyle: 'long' });
  await keyboard.press(new RegExp(`^BUTTON Ändern.*${day}`));
  await keyboard.type(/^INPUT Grund/, 'Fest');
  await keyboard.press(/^BUTTON Betroffene Termine/);
  const path = `${house.url}/api/closures`;
  const { items } = (await (await page.request.get(path)).json()) as {
    items: { id: string; from: { date: string } }[];
  };
  const id = items.find(({ from }) => from.date === first.toString())?.id ?? '';
  const to = { date: first.add({ days: 5 }).toString() };
  const saved = await page.request.patch(`${path}/${id}`, { data: { to }, headers: { origin: house.url } });
  expect(saved.status()).toBe(200);
  await keyboard.press(/^BUTTON Sperrzeit speichern/);
  await expect(page.getByRole('alert')).toContainText('jemand anders diese Sperrzeit geändert');
  await expectReadable(page);
  await keyboard.press(/^BUTTON Neuen Stand laden/);
  await expect(page.getByLabel('Letzter Tag')).toHaveValue(to.date);
  await expect(page.getByLabel('Grund')).toHaveValue('Fest');
  await expectReadable(page);
  await keyboard.press(/^BUTTON Betroffene Termine/);
  await keyboard.press(/^BUTTON Sperrzeit speichern/);
  await expect(page.getByText('Die Sperrzeit ist gespeichert.')).toBeFocused();
}

/** The house did it, and its answer was lost: nobody is told that somebody else has, nor to do it once more. */
async function changeAndRemoveUnheard(
  page: Page,
  keyboard: Keyboard,
  first: Temporal.PlainDate,
): Promise<void> {
  const day = first.toLocaleString('de-DE', { dateStyle: 'long' });
  const row = page.locator('.entries > li', { hasText: day });
  await keyboard.press(new RegExp(`^BUTTON Ändern.*${day}`));
  await keyboard.type(/^INPUT Grund/, 'Probe');
  await keyboard.press(/^BUTTON Betroffene Termine/);
  const lookAgain = await loseAnswerAndLook(page, '**/api/closures/*', {
    ...{ method: 'PATCH', looks: '**/api/closures?*' },
  });
  await keyboard.press(/^BUTTON Sperrzeit speichern/);
  await expect(page.getByRole('alert')).toBeFocused();
  await lookAgain();
  await keyboard.press(/^BUTTON Sperrzeit speichern/);
  await expect(page.getByText('Die Sperrzeit ist gespeichert.')).toBeFocused();
  await expect(row).toContainText('Probe');
  await keyboard.press(new RegExp(`^BUTTON Löschen.*${day}`));
  await loseAnswer(page, '**/api/closures/*', 'DELETE');
  await keyboard.press(/^BUTTON Ja, Sperrzeit löschen/);
  await expect(page.getByText('Die Sperrzeit ist gelöscht')).toBeFocused();
  await expect(row).toHaveCount(0);
}
