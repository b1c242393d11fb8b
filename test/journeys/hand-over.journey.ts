import type { Page } from '@playwright/test';
import { seesRestWhenChosen } from './at-rest.js';
import { becomeRepresentative, GROUP_LABEL } from './become-representative.js';
import { expectAccessible, expectRoomForLargeText } from './accessible.js';
import { Keyboard, pressEnter } from './by-keyboard.js';
import { endSession, showsNothingOfBefore } from './nothing-of-before.js';
import { expect, newestCode, test, type House } from './open-house.js';
import { changePeopleUnheard } from './people-unheard.js';
import { addressRefused, grantRefused, signInRefused } from './refused-address.js';
import { seesWhichGroup } from './sees-which-group.js';

const DEMO_GROUP = 'Gruppe 12';
const DEMO_EMAIL = 'mehmet@gruppe.example';
const HAND_OVER = 'Sie sind jetzt Ansprechperson im Virtuellen Haus';
const NEWS = 'Neues von den Ansprechpersonen im Virtuellen Haus';

interface Walk {
  house: House;
  keyboard: Keyboard;
  /** Of who represents the group, and of who comes. */
  old: string;
  next: string;
}

for (const width of [1280, 320]) {
  test(`a group is handed over, ${width} pixels wide`, async ({ browser, page, house }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const keyboard = new Keyboard(page);
    const old = `alt-${width}@neue-gruppe.example`;
    const next = `karla-${width}@neue-gruppe.example`;
    const walk = { house, keyboard, old, next };
    await becomeRepresentative(page, { house, keyboard, email: old });
    await reserve(page, keyboard, width === 320 ? 61 : 68);
    await nameAnother(page, walk);
    const other = await browser.newPage({ viewport: { width, height: 900 } });
    await comeIn(other, house, next);
    await expect(other.locator('.date-card')).toHaveCount(1);
    await signOut(other, new Keyboard(other));
    await other.close();
    await giveUp(page, walk);
    await atTheDesk(page, walk);
  });
}

test('whoever gives one of two groups up stays with the other', async ({ browser, page, house }) => {
  test.slow();
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
  await expect(page.locator('.announcement.ok')).toContainText('„Wird Überhört“ wird nicht gespeichert.');
  await getsMail(house, email, HAND_OVER);
  await getsMail(house, DEMO_EMAIL, NEWS);
  await lookAwayAndBack(page, keyboard);
  await page.context().clearCookies();
  const other = await browser.newPage();
  await comeIn(other, house, DEMO_EMAIL);
  await expect(other.getByRole('heading', { name: 'Meine Termine' })).toBeVisible();
  await other.close();
  await page.goto(`${house.url}/haus/dortmund`);
  await signIn({ house, keyboard }, email);
  const group = page.getByLabel('Gruppe', { exact: true });
  await group.selectOption(DEMO_GROUP);
  await expect(page.locator('.date-card').first()).toBeVisible();
  await seesRestWhenChosen(page, group, [GROUP_LABEL, DEMO_GROUP]);
  await showsNothingOfBefore(page, () => group.selectOption(GROUP_LABEL));
  await expect(page.getByText('Sie sind die einzige Ansprechperson.')).toBeVisible();
  await group.selectOption(DEMO_GROUP);
  await seesWhichGroup(page, keyboard, DEMO_GROUP);
  await keyboard.press(/^BUTTON Aufgabe abgeben/);
  await keyboard.press(/^BUTTON Ja, Aufgabe abgeben/);
  await expect(page.getByText(`Sie sind nicht mehr Ansprechperson von „${DEMO_GROUP}“.`)).toBeFocused();
  await expect(page.getByText('Sie sind die einzige Ansprechperson.')).toBeVisible();
  await expect(group).toHaveCount(0);
  await expect(page.getByRole('main').getByText(GROUP_LABEL)).toHaveCount(0);
  await expectReadable(page);
  await endSession(page, () => keyboard.press(/^BUTTON Adresse anlegen/));
  await showsNothingOfBefore(page, () => signIn({ house, keyboard }, DEMO_EMAIL));
  await expect(page.locator('.date-card').first()).toBeVisible();
});

/** Whoever is half entered is still there after a look at another group. */
async function lookAwayAndBack(page: Page, keyboard: Keyboard): Promise<void> {
  const name = page.locator('#new-representative-name');
  const open = (label: string): Promise<void> =>
    pressEnter(
      page
        .locator('tbody', { hasText: label })
        .getByRole('button', { name: /^Ansprechpersonen ändern/ })
        .first(),
    );
  await keyboard.press(/^BUTTON Ansprechperson eintragen/);
  await keyboard.type(/^INPUT Name$/, 'Halb');
  await page.getByLabel('Gruppe oder Ansprechperson suchen').fill('');
  await open(GROUP_LABEL);
  await expect(page.getByRole('heading', { name: `Ansprechpersonen von ${GROUP_LABEL}` })).toBeFocused();
  await expect(name).toHaveCount(0);
  await open(DEMO_GROUP);
  await expect(name).toHaveValue('Halb');
}

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
  await keyboard.type(/^INPUT E-Mail-Adresse/, 'karla@gruppe');
  await keyboard.press(/^BUTTON Eintragen/);
  await addressRefused(page);
  await keyboard.type(/^INPUT E-Mail-Adresse/, next);
  await expectReadable(page);
  await keyboard.press(/^BUTTON Eintragen/);
  await expect(page.getByText('Bitte bestätigen Sie, dass Sie es sind.')).toBeFocused();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Karla Neu');
  await keyboard.type(/^INPUT Code/, '0000');
  await keyboard.press(/^BUTTON Bestätigen und eintragen/);
  await expect(page.getByRole('alert')).toContainText('Bisher sind es 4.');
  await expectReadable(page);
  await keyboard.type(/^INPUT Code/, (await newestCode(house, old, before)).code);
  await keyboard.press(/^BUTTON Bestätigen und eintragen/);
  await expect(page.getByText('Karla Neu ist jetzt auch Ansprechperson')).toBeFocused();
  await expect(page.locator('.announcement.ok')).toContainText(`bekommt gleich eine Mail an ${next}.`);
  await expect(page.getByRole('listitem').filter({ hasText: next })).toBeVisible();
  await expectReadable(page);
  await getsMail(house, next, HAND_OVER);
  await getsMail(house, old, NEWS);
}

async function giveUp(page: Page, { house, keyboard, old }: Walk): Promise<void> {
  await keyboard.press(/^BUTTON Aufgabe abgeben/);
  await expect(page.locator(':focus')).toContainText('Möchten Sie wirklich nicht mehr Ansprechperson sein?');
  await expectReadable(page);
  await keyboard.press(/^BUTTON Nein, Ansprechperson bleiben/);
  await expect(page.locator('.ask-leave')).toBeFocused();
  await house.ageSessions();
  const before = await house.newestMailId(old);
  await keyboard.press(/^BUTTON Aufgabe abgeben/);
  await keyboard.press(/^BUTTON Ja, Aufgabe abgeben/);
  await expect(page.getByText('Bitte bestätigen Sie, dass Sie es sind.')).toBeFocused();
  await expectReadable(page);
  await keyboard.type(/^INPUT Code/, '0000 0000');
  await keyboard.press(/^BUTTON Bestätigen und Aufgabe abgeben/);
  await expect(page.getByRole('alert')).toContainText('Dieser Code stimmt nicht.');
  await keyboard.type(/^INPUT Code/, (await newestCode(house, old, before)).code);
  await keyboard.press(/^BUTTON Bestätigen und Aufgabe abgeben/);
  await expect(page.getByText('Sie sind nicht mehr Ansprechperson, und Sie sind abgemeldet.')).toBeFocused();
  await expectReadable(page);
}

async function atTheDesk(page: Page, { house, keyboard, old, next }: Walk): Promise<void> {
  await signInRefused(page, house);
  await openDesk(page, house);
  await grantRefused(page);
  await page.reload();
  await page.getByLabel('Gruppe oder Ansprechperson suchen').fill(next);
  await expect(page.getByText(old)).toHaveCount(0);
  await keyboard.press(/^BUTTON Ansprechpersonen ändern/);
  await expect(page.getByRole('heading', { name: `Ansprechpersonen von ${GROUP_LABEL}` })).toBeFocused();
  await expect(page.getByText('Das ist die einzige Ansprechperson.')).toBeVisible();
  await keyboard.press(/^BUTTON Ansprechperson eintragen/);
  const third = next.replace('karla', 'dritte');
  await keyboard.type(/^INPUT Name$/, 'Dritte Person');
  await keyboard.type(/^INPUT E-Mail-Adresse$/, 'dritte@gruppe');
  await keyboard.press(/^BUTTON Eintragen/);
  await addressRefused(page);
  await keyboard.type(/^INPUT E-Mail-Adresse$/, third);
  await expectReadable(page);
  await keyboard.press(/^BUTTON Eintragen/);
  await expect(page.getByText('Dritte Person ist eingetragen und bekommt gleich eine Mail.')).toBeFocused();
  const notCome = page.getByRole('listitem').filter({ hasText: 'noch nicht angemeldet' });
  await expect(notCome).toHaveCount(1);
  await expect(notCome).toContainText(third);
  await keyboard.press(/^BUTTON Als Ansprechperson entfernen.*Karla Neu/);
  await expect(page.locator(':focus')).toContainText('Möchten Sie Karla Neu wirklich');
  await expectReadable(page);
  await keyboard.press(/^BUTTON Ja, entfernen/);
  await expect(page.getByText('Karla Neu ist nicht mehr Ansprechperson.')).toBeFocused();
  await expectReadable(page);
  await changePeopleUnheard(page, keyboard, third.replace('dritte', 'vierte'));
  // Who was searched for is gone, and with them the group from what is shown.
  await keyboard.press(/^BUTTON Fertig/);
  const search = page.getByLabel('Gruppe oder Ansprechperson suchen');
  await expect(search).toBeFocused();
  await search.fill(third);
  await keyboard.press(/^BUTTON Ansprechpersonen ändern/);
  await keyboard.press(/^BUTTON Fertig/);
  await expect(page.getByRole('button', { name: /^Ansprechpersonen ändern/ })).toBeFocused();
}

async function signOut(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.press(/^BUTTON Abmelden/);
  await expect(page.getByText('Sie sind abgemeldet.')).toBeFocused();
}

/** For the first time, on a device of their own: nobody leaves before somebody has come. */
async function comeIn(page: Page, house: House, email: string): Promise<void> {
  const keyboard = new Keyboard(page);
  await page.goto(`${house.url}/haus/dortmund`);
  await signIn({ house, keyboard }, email);
  await keyboard.press(/^BUTTON Ich stimme zu/);
}

async function signIn({ house, keyboard }: Pick<Walk, 'house' | 'keyboard'>, email: string): Promise<void> {
  const before = await house.newestMailId(email);
  await keyboard.type(/^INPUT Ihre E-Mail/, email);
  await keyboard.press(/^BUTTON Code zusenden/);
  await keyboard.type(/^INPUT Code/, (await newestCode(house, email, before)).code);
  await keyboard.press(/^BUTTON Anmelden/);
}

async function getsMail(house: House, to: string, subject: string): Promise<void> {
  await house.newestMail(to, { words: new RegExp(`^${subject}\n`) });
}

/** Accessible and within the page, with text of usual size and of twice that. */
async function expectReadable(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectRoomForLargeText(page);
}
