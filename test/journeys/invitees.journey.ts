import type { Page } from '@playwright/test';
import { becomeRepresentative, GROUP_LABEL } from './become-representative.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { Keyboard } from './by-keyboard.js';
import { FULL, keepAgain, NOT_KEPT, refuseToKeep } from './not-kept.js';
import { expect, test, type House } from './open-house.js';
import { paperAndLink } from './paper-and-link.js';
import { chooseWhileSaving, saveAgain } from './save-settings.js';
import { holdLine } from './slow-line.js';

const INVITEES = '**/api/reservations/*/invitees';

for (const width of [1280, 320]) {
  test(`invitees of a series by keyboard alone, ${width} pixels wide`, async ({ page, house }) => {
    await page.setViewportSize({ width, height: 900 });
    const keyboard = new Keyboard(page);
    const representative = `reihe-${width}@neue-gruppe.example`;
    const guest = `maria-${width}@neue-gruppe.example`;
    await becomeRepresentative(page, { house, keyboard, email: representative });
    await reserveSeries(page, keyboard, width === 320 ? 130 : 100);
    await inviteToSeries(page, { house, keyboard, guest });
    await letOpen(page, keyboard);
    await sendAgainAndWithdraw(page, keyboard, guest);
    await keepOthers(page, keyboard, guest);
    await inviteOnceMore(page, keyboard, othersThan(guest).otto);
    await sendToWhoIsGone(page, { house, keyboard, guest: othersThan(guest).nora });
    await goneFromTheList(page, { house, keyboard, guest });
    await keptAddresses(page, keyboard, othersThan(guest).otto);
    await leaveWhatIsTyped(page, keyboard);
    await paperAndLink(page, keyboard);
  });
}

async function reserveSeries(page: Page, keyboard: Keyboard, inDays: number): Promise<void> {
  const first = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: inDays });
  await keyboard.press(/^BUTTON Raum reservieren/);
  await page.getByLabel('Datum').fill(first.toString());
  await page.getByLabel('Beginn').selectOption('08:00');
  await keyboard.choose(/^INPUT Einmal/, /^INPUT Regelmäßig/);
  await page.getByLabel('Anzahl der Termine').fill('3');
  await keyboard.press(/^BUTTON Termine ansehen/);
  await keyboard.press(/^BUTTON 3 Termine reservieren/);
  await expect(page.getByText('Termine sind reserviert.').first()).toBeVisible();
  // The day of the one date is named: it is one of three.
  const firstDay = first.toLocaleString('de-DE', { dateStyle: 'full' });
  await expect(page.getByLabel(`Nur zum Termin am ${firstDay}`)).toBeVisible();
}

async function inviteToSeries(
  page: Page,
  { house, keyboard, guest }: { house: House; keyboard: Keyboard; guest: string },
): Promise<void> {
  await expect(page.getByLabel('Zu allen Terminen der Reihe')).toBeChecked();
  await keyboard.press(/^BUTTON So sieht Ihre Einladung aus/);
  await expect(page.getByText('Eintrag im Kalender')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await keyboard.type(/^TEXTAREA E-Mail-Adressen/, `Maria <${guest}>`);
  await keyboard.goTo(/^INPUT Diese Adressen/);
  await page.keyboard.press('Space');
  const letGo = await holdLine(page, INVITEES, 'POST');
  await keyboard.press(/^BUTTON Einladungen senden/);
  // Nobody goes on "without inviting" while the invitations leave.
  await expect(page.getByRole('button', { name: 'Niemanden einladen' })).toBeDisabled();
  await letGo();
  await expect(page.getByText('Zu allen Terminen der Reihe eingeladen')).toBeVisible();
  expect((await house.newestMail(guest)).subject).not.toContain(GROUP_LABEL);
  await keyboard.press(/^BUTTON Zu meinen Terminen/);
  await changeRoom(page, keyboard);
  await dropWaitingRoom(page, keyboard);
  await chooseWhileSaving(page, keyboard);
  await saveAgain(page, keyboard);
  await keyboard.press(/^BUTTON Einladen/);
  await expect(page.getByText('angekommen beim Postfach')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function changeRoom(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.press(/^BUTTON Zugang zum Videoraum erneuern/);
  await expect(page.getByText(/wenn Fremde den Videoraum oder die PIN/)).toBeVisible();
  // On a small phone the question, what it means and both answers are seen together.
  expect((await page.locator('.question').boundingBox())?.height).toBeLessThan(640);
  await expectAccessible(page);
  await keyboard.press(/^BUTTON Nein, nichts ändern/);
  await keyboard.press(/^BUTTON Zugang zum Videoraum erneuern/);
  await keyboard.press(/^BUTTON Ja, Zugang erneuern/);
  await expect(page.getByText(/Der Zugang zum Videoraum ist erneuert/)).toBeVisible();
}

async function dropWaitingRoom(page: Page, keyboard: Keyboard): Promise<void> {
  await expect(page.getByLabel(/^Mit Warteraum/)).toBeChecked();
  await keyboard.choose(/^INPUT Mit Warteraum/, /^INPUT Ohne Warteraum/);
  await keyboard.press(/^BUTTON Einstellungen speichern/);
  await expect(page.getByText('Die Einstellungen Ihrer Gruppe sind gespeichert.')).toBeVisible();
  await expect(page.getByLabel(/^Ohne Warteraum/)).toBeChecked();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function letOpen(page: Page, keyboard: Keyboard): Promise<void> {
  const mayOpen = page.getByLabel(/^Darf das Treffen öffnen/);
  await expect(mayOpen).not.toBeChecked();
  await keyboard.goTo(/^INPUT Darf das Treffen öffnen/);
  await page.keyboard.press('Space');
  await expect(page.getByText(/Maria darf das Treffen öffnen\./)).toBeVisible();
  await expect(mayOpen).toBeChecked();
  await expect(mayOpen).toBeFocused();
}

async function sendAgainAndWithdraw(page: Page, keyboard: Keyboard, guest: string): Promise<void> {
  await keyboard.press(/^BUTTON Noch einmal senden an Maria/);
  await expect(page.getByText('Die Mail an Maria ist noch einmal unterwegs.')).toBeVisible();
  await keyboard.press(/^BUTTON Einladung zurückziehen von Maria/);
  await expectAccessible(page);
  await keyboard.press(/^BUTTON Nein, Einladung behalten/);
  await keyboard.press(/^BUTTON Einladung zurückziehen von Maria/);
  await keyboard.press(/^BUTTON Ja, zurückziehen/);
  await expect(page.getByText('Die Einladung an Maria ist zurückgezogen.')).toBeVisible();
  await expect(page.getByText(guest)).toHaveCount(0);
}

/** Whoever is taken out of the list is not kept, if the house keeps it. */
async function keepOthers(page: Page, keyboard: Keyboard, guest: string): Promise<void> {
  const { nora, otto } = othersThan(guest);
  await refuseToKeep(page);
  await inviteInstead(page, keyboard, { kept: `Maria <${guest}>`, typed: `Nora <${nora}>` });
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toHaveText(`Eine Einladung ist unterwegs. ${NOT_KEPT} ${FULL}`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await keepAgain(page);
  await inviteInstead(page, keyboard, { kept: `Maria <${guest}>`, typed: `Otto <${otto}>` });
  await expect(page.getByText('Eine Einladung ist unterwegs.')).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
}

const othersThan = (guest: string): { nora: string; otto: string; petra: string } => ({
  petra: guest.replace('maria', 'petra'),
  nora: guest.replace('maria', 'nora'),
  otto: guest.replace('maria', 'otto'),
});

async function inviteInstead(
  page: Page,
  keyboard: Keyboard,
  { kept, typed }: { kept: string; typed: string },
): Promise<void> {
  await keyboard.press(/^BUTTON Die Adresse vom letzten Mal einsetzen/);
  await expect(page.getByLabel('E-Mail-Adressen')).toHaveValue(kept);
  await keyboard.type(/^TEXTAREA E-Mail-Adressen/, typed);
  await keyboard.press(/^BUTTON Einladungen senden/);
}

/**
 * Whoever is invited already gets no second mail, and nobody is told that one is on its way. What is typed while it is
 * asked for stays.
 */
async function inviteOnceMore(page: Page, keyboard: Keyboard, guest: string): Promise<void> {
  const addresses = page.getByLabel('E-Mail-Adressen');
  const more = `${guest}\npaul@neue-gruppe.example`;
  await keyboard.type(/^TEXTAREA E-Mail-Adressen/, `Otto <${guest}>`);
  const letGo = await holdLine(page, INVITEES, 'POST');
  await keyboard.press(/^BUTTON Einladungen senden/);
  await addresses.fill(more);
  await keyboard.press(/^BUTTON Zurück zu meinen Terminen/);
  await expect(page.getByRole('button', { name: 'Ohne Einladung weiter' })).toBeDisabled();
  await letGo();
  const said = page.locator('vh-invitees > .announcement');
  await expect(said).toBeFocused();
  await expect(said).toHaveText(
    /^\s*Eine Person war schon eingeladen und bekommt keine zweite Mail\. .*„Noch einmal senden“\.\s*$/,
  );
  await expect(addresses).toHaveValue(more);
  await expect(page.getByRole('button', { name: 'Ohne Einladung weiter' })).toBeEnabled();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await addresses.fill('');
}

/** The person has had their address erased while the list was shown. */
async function sendToWhoIsGone(
  page: Page,
  { house, keyboard, guest }: { house: House; keyboard: Keyboard; guest: string },
): Promise<void> {
  await expect(page.locator('.mail-state.sent')).toHaveCount(2);
  await haveErased(house, guest);
  await keyboard.press(/^BUTTON Noch einmal senden an Nora/);
  await expect(page.getByText('Diese Person ist nicht mehr eingeladen.')).toBeFocused();
  await expect(page.getByText(guest)).toHaveCount(0);
  await expect(page.locator('.invitee')).toHaveCount(1);
  await expectAccessible(page);
}

async function haveErased(house: House, guest: string): Promise<void> {
  const link = /\/t\/[\w-]+/.exec((await house.newestMail(guest)).text)?.[0] ?? '';
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(`${house.url}${link}/unsubscribe`, { method: 'POST', body })).status).toBe(200);
}

/** The page has read a list with somebody on it whose address is erased when the next invitation is sent. */
async function goneFromTheList(
  page: Page,
  { house, keyboard, guest }: { house: House; keyboard: Keyboard; guest: string },
): Promise<void> {
  const { otto, petra } = othersThan(guest);
  await inviteTyped(page, keyboard, `Petra <${petra}>`);
  await expect(page.getByRole('button', { name: /^Die 2 Adressen/ })).toBeVisible();
  await haveErased(house, petra);
  await inviteTyped(page, keyboard, `Otto <${otto}>`);
  await expect(page.getByRole('button', { name: /^Die Adresse vom letzten Mal/ })).toBeVisible();
}

async function inviteTyped(page: Page, keyboard: Keyboard, typed: string): Promise<void> {
  await keyboard.type(/^TEXTAREA E-Mail-Adressen/, typed);
  await keyboard.press(/^BUTTON Einladungen senden/);
  await expect(page.getByLabel('E-Mail-Adressen')).toHaveValue('');
}

async function keptAddresses(page: Page, keyboard: Keyboard, guest: string): Promise<void> {
  await expect(page.getByText(/Die Liste wird am .* gelöscht\./)).toBeVisible();
  await keyboard.press(/^BUTTON Die Adresse vom letzten Mal einsetzen/);
  await expect(page.getByLabel('E-Mail-Adressen')).toHaveValue(`Otto <${guest}>`);
  await keyboard.press(/^BUTTON Liste jetzt löschen/);
  await expectAccessible(page);
  await keyboard.press(/^BUTTON Ja, Liste löschen/);
  await expect(page.getByText('Die Liste Ihrer Gruppe ist gelöscht.')).toBeVisible();
}

async function leaveWhatIsTyped(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.press(/^BUTTON Zurück zu meinen Terminen/);
  const question = page.locator('#typed-question');
  await expect(question).toBeFocused();
  await expect(question).toContainText('Sie haben 1 Adresse eingetragen.');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await keyboard.press(/^BUTTON Ohne Einladung weiter/);
  await expect(page.getByRole('heading', { name: 'Meine Termine' })).toBeFocused();
  await keyboard.press(/^BUTTON Einladen/);
}
