import type { Page } from '@playwright/test';
import { becomeRepresentative, GROUP_LABEL } from './become-representative.js';
import { expectAccessible, expectRoomForLargeText } from './accessible.js';
import { Keyboard } from './by-keyboard.js';
import { expect, test, type House } from './open-house.js';

const DEMO_GROUP = 'Gruppe 12';

interface Walk {
  house: House;
  keyboard: Keyboard;
  /** Of who represents the group, and of who comes. */
  old: string;
  next: string;
}

for (const width of [1280, 320]) {
  test(`a group is handed over, ${width} pixels wide`, async ({ page, house }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const keyboard = new Keyboard(page);
    const old = `alt-${width}@neue-gruppe.example`;
    const next = `karla-${width}@neue-gruppe.example`;
    const walk = { house, keyboard, old, next };
    await becomeRepresentative(page, { house, keyboard, email: old });
    await reserve(page, keyboard, width === 320 ? 61 : 68);
    await nameAnother(page, walk);
    await signOut(page, keyboard);
    await signIn(walk, next);
    await keyboard.press(/^BUTTON Ich stimme zu/);
    await expect(page.locator('.date-card')).toHaveCount(1);
    await signOut(page, keyboard);
    await signIn(walk, old);
    await giveUp(page, walk);
    await atTheDesk(page, walk);
  });
}

test('whoever gives one of two groups up stays with the other', async ({ page, house }) => {
  const keyboard = new Keyboard(page);
  const email = 'zwei-gruppen@neue-gruppe.example';
  await becomeRepresentative(page, { house, keyboard, email });
  await signOut(page, keyboard);
  await openDesk(page, house);
  await page.getByLabel('Gruppe oder Ansprechperson suchen').fill(DEMO_GROUP);
  await keyboard.press(/^BUTTON Ansprechpersonen ändern/);
  await keyboard.press(/^BUTTON Ansprechperson eintragen/);
  await keyboard.type(/^INPUT Name$/, 'Wird Überhört');
  await keyboard.type(/^INPUT E-Mail-Adresse$/, email);
  await keyboard.press(/^BUTTON Eintragen/);
  // The house knows this address by another name.
  await expect(page.getByText('Sabine Serie ist eingetragen')).toBeFocused();
  await page.context().clearCookies();
  await page.goto(`${house.url}/haus/dortmund`);
  await signIn({ house, keyboard }, email);
  await page.getByLabel('Gruppe', { exact: true }).selectOption(DEMO_GROUP);
  await keyboard.press(/^BUTTON Aufgabe abgeben/);
  await keyboard.press(/^BUTTON Ja, Aufgabe abgeben/);
  await expect(page.getByText(`Sie sind nicht mehr Ansprechperson von „${DEMO_GROUP}“.`)).toBeFocused();
  await expect(page.getByText('Sie sind die einzige Ansprechperson.')).toBeVisible();
  await expect(page.getByLabel('Gruppe', { exact: true })).toHaveCount(0);
  await expectReadable(page);
});

async function openDesk(page: Page, house: House): Promise<void> {
  await page.goto(`${house.url}/desk`);
  await page.getByLabel('E-Mail-Adresse').fill('team@dortmund.example');
  await page.getByLabel('Passwort').fill('haus-der-selbsthilfe');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByLabel('Gruppe oder Ansprechperson suchen')).toBeVisible();
}

async function reserve(page: Page, keyboard: Keyboard, inDays: number): Promise<void> {
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: inDays });
  await keyboard.press(/^BUTTON Raum reservieren/);
  await page.getByLabel('Datum').fill(day.toString());
  await page.getByLabel('Beginn').selectOption('07:00');
  await keyboard.press(/^BUTTON Raum reservieren und weiter/);
  await keyboard.press(/^BUTTON Niemanden/);
  await keyboard.press(/^BUTTON Zu meinen Terminen/);
  await expect(page.locator('.date-card')).toHaveCount(1);
}

async function nameAnother(page: Page, { house, keyboard, old, next }: Walk): Promise<void> {
  await expect(page.getByText('Sie sind die einzige Ansprechperson.')).toBeVisible();
  await expectReadable(page);
  await house.ageSessions();
  const before = await house.newestMailId(old);
  await keyboard.press(/^BUTTON Weitere Ansprechperson/);
  await keyboard.type(/^INPUT Name/, 'Karla Neu');
  await keyboard.type(/^INPUT E-Mail-Adresse/, next);
  await expectReadable(page);
  await keyboard.press(/^BUTTON Eintragen/);
  await expect(page.getByText('Bitte bestätigen Sie, dass Sie es sind.')).toBeFocused();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Karla Neu');
  await keyboard.type(/^INPUT Code/, '0000');
  await keyboard.press(/^BUTTON Bestätigen und eintragen/);
  await expect(page.getByRole('alert')).toContainText('Bisher sind es 4.');
  await expectReadable(page);
  await keyboard.type(/^INPUT Code/, await codeFor(house, old, before));
  await keyboard.press(/^BUTTON Bestätigen und eintragen/);
  await expect(page.getByText('Karla Neu ist jetzt auch Ansprechperson')).toBeFocused();
  await expect(page.getByText(next)).toBeVisible();
  await expectReadable(page);
}

async function giveUp(page: Page, { keyboard }: Walk): Promise<void> {
  await keyboard.press(/^BUTTON Aufgabe abgeben/);
  await expect(page.locator(':focus')).toContainText('Möchten Sie wirklich nicht mehr Ansprechperson sein?');
  await expectReadable(page);
  await keyboard.press(/^BUTTON Nein, Ansprechperson bleiben/);
  await keyboard.press(/^BUTTON Aufgabe abgeben/);
  await keyboard.press(/^BUTTON Ja, Aufgabe abgeben/);
  await expect(page.getByText('Sie sind nicht mehr Ansprechperson, und Sie sind abgemeldet.')).toBeVisible();
  await expectReadable(page);
}

async function atTheDesk(page: Page, { house, keyboard, old, next }: Walk): Promise<void> {
  await openDesk(page, house);
  await page.getByLabel('Gruppe oder Ansprechperson suchen').fill(next);
  await expect(page.getByText(old)).toHaveCount(0);
  await keyboard.press(/^BUTTON Ansprechpersonen ändern/);
  await expect(page.getByRole('heading', { name: `Ansprechpersonen von ${GROUP_LABEL}` })).toBeFocused();
  await expect(page.getByText('Das ist die einzige Ansprechperson.')).toBeVisible();
  await keyboard.press(/^BUTTON Ansprechperson eintragen/);
  const third = `dritte-${next}`;
  await keyboard.type(/^INPUT Name$/, 'Dritte Person');
  await keyboard.type(/^INPUT E-Mail-Adresse$/, third);
  await expectReadable(page);
  await keyboard.press(/^BUTTON Eintragen/);
  await expect(page.getByText('Dritte Person ist eingetragen und bekommt gleich eine Mail.')).toBeFocused();
  await keyboard.press(/^BUTTON Als Ansprechperson entfernen.*Karla Neu/);
  await expect(page.locator(':focus')).toContainText('Möchten Sie Karla Neu wirklich');
  await expectReadable(page);
  await keyboard.press(/^BUTTON Ja, entfernen/);
  await expect(page.getByText('Karla Neu ist nicht mehr Ansprechperson.')).toBeFocused();
  await expectReadable(page);
  await page.getByLabel('Gruppe oder Ansprechperson suchen').fill(third);
  await keyboard.press(/^BUTTON Fertig/);
  await expect(page.getByRole('button', { name: /^Ansprechpersonen ändern/ })).toBeFocused();
}

async function signOut(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.press(/^BUTTON Abmelden/);
  await expect(page.getByText('Sie sind abgemeldet.')).toBeVisible();
}

async function signIn({ house, keyboard }: Pick<Walk, 'house' | 'keyboard'>, email: string): Promise<void> {
  const before = await house.newestMailId(email);
  await keyboard.type(/^INPUT Ihre E-Mail/, email);
  await keyboard.press(/^BUTTON Code zusenden/);
  await keyboard.type(/^INPUT Code/, await codeFor(house, email, before));
  await keyboard.press(/^BUTTON Anmelden/);
}

/** The code in a mail that came after `before`; other mails may come between. */
async function codeFor(house: House, email: string, before: string | undefined): Promise<string> {
  let code: string | undefined;
  await expect(async () => {
    const { subject, text } = await house.newestMail(email, before);
    expect(subject).toBe('Ihr Code zum Anmelden');
    code = /\b\d{4} \d{4}\b/.exec(text)?.[0];
    expect(code).toBeDefined();
  }).toPass();
  return code ?? '';
}

/** Accessible and within the page, with text of usual size and of twice that. */
async function expectReadable(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectRoomForLargeText(page);
}
