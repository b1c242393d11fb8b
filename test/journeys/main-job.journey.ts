import { createHash } from 'node:crypto';
import type { FrameLocator, Page } from '@playwright/test';
import { decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import { expectAccessible, expectNoSidewaysScroll, expectRoomForLargeText } from './accessible.js';
import { expect, newestCode, test, type House, type Mail } from './open-house.js';
import { pressEnter } from './by-keyboard.js';
import { FULL, NOT_KEPT, refuseToKeep } from './not-kept.js';
import { agreeTooLate, showRulesOfBefore } from './rules-of-before.js';

const REPRESENTATIVE = 'paula@neue-gruppe.example';
const GUEST = 'gast@neue-gruppe.example';
const LABEL = 'Dienstagsrunde 99';

for (const width of [1280, 320]) {
  test(`the main job from grant to Jitsi, ${width} pixels wide`, async ({ page, house }) => {
    await page.setViewportSize({ width, height: 900 });
    const foreign = watchForForeignHosts(page, house);
    const representative = `${width}-${REPRESENTATIVE}`;
    const guest = `${width}-${GUEST}`;
    await grant(page, house, representative);
    await readMailbox(page, house, 'Ihr Zugang zum Virtuellen Haus');
    const frame = await signIn(page, house, representative);
    await reserve(page, frame, width);
    await invite(page, frame, guest);
    await join(page, house, guest);
    expect(foreign, 'requests to foreign hosts (P10)').toEqual([]);
  });
}

function watchForForeignHosts(page: Page, house: House): string[] {
  const own = [house.url, house.siteUrl, house.meetingUrl].map((url) => new URL(url).host);
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !own.includes(host)) foreign.push(request.url());
  });
  return foreign;
}

async function grant(page: Page, house: House, representative: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${house.url}/desk`);
  await expectAccessible(page);
  await page.getByLabel('E-Mail-Adresse').fill('team@dortmund.example');
  await page.getByLabel('Passwort').fill('haus-der-selbsthilfe');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByLabel('Neutrale Bezeichnung der Gruppe').fill(LABEL);
  await page.getByLabel('Name', { exact: true }).first().fill('Paula Probe');
  await page.getByLabel('E-Mail-Adresse').first().fill(representative);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Freischalten', exact: true }).click();
  await expect(page.getByText(`${LABEL} ist freigeschaltet.`)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

async function readMailbox(page: Page, house: House, subject: string): Promise<void> {
  await page.goto(`${house.url}/dev/mailbox`);
  await expectAccessible(page);
  await page.getByRole('link', { name: subject }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** The mail as a mail program shows it: its HTML by itself, without anything of ours around it. */
async function readMail(page: Page, mail: Mail): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(mail.html);
  // Landmarks are the mail program's own.
  await expectAccessible(page, ['region', 'landmark-one-main']);
  await expectNoSidewaysScroll(page);
}

async function signIn(page: Page, house: House, representative: string): Promise<FrameLocator> {
  await page.goto(house.siteUrl);
  await expect(page.getByText('Gesprächsraum Ahorn').first()).toBeVisible();
  await expectAccessible(page);
  await expect(page.locator('virtuelles-haus .day-plan')).toBeVisible();
  await expectRoomForLargeText(page);
  await page.getByRole('button', { name: 'Anmelden und Raum reservieren' }).click();
  const frame = page.frameLocator('virtuelles-haus iframe');
  await frame.getByLabel('Ihre E-Mail-Adresse').fill(representative);
  await expectAccessible(page);
  await frame.getByRole('button', { name: 'Code zusenden' }).click();
  await expect(frame.getByLabel('Code aus der Mail')).toBeVisible();
  const { code } = await newestCode(house, representative);
  await frame.getByLabel('Code aus der Mail').fill(code);
  await expectAccessible(page);
  await showRulesOfBefore(page);
  await frame.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await agreeTooLate(frame);
  await expectAccessible(page);
  await frame.getByRole('button', { name: 'Ich stimme zu' }).click();
  return frame;
}

async function reserve(page: Page, frame: FrameLocator, width: number): Promise<void> {
  await pressEnter(frame.getByRole('button', { name: 'Raum reservieren' }));
  await expect(frame.getByText('So ist es am').first()).toBeVisible();
  await frame.getByLabel('Datum').fill(tomorrow());
  await frame.getByLabel('Beginn').selectOption(width === 320 ? '12:00' : '09:00');
  await frame.getByLabel('Erwartete Personen').fill('6');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await frame.getByRole('button', { name: 'Raum reservieren und weiter' }).click();
  await expect(frame.getByText('Ihr Raum ist reserviert.')).toBeVisible();
}

async function invite(page: Page, frame: FrameLocator, guest: string): Promise<void> {
  await frame.getByLabel('E-Mail-Adressen').fill(`${guest}, keine-adresse`);
  await frame.getByRole('button', { name: 'Einladungen senden' }).click();
  await expect(frame.getByText('Es wurde noch niemand eingeladen.').first()).toBeVisible();
  await expect(frame.getByLabel('E-Mail-Adressen')).toHaveValue(`${guest}, keine-adresse`);
  await expectAccessible(page);
  await frame.getByLabel('E-Mail-Adressen').fill(`Gast <${guest}>`);
  await frame.getByLabel('Diese Adressen für das nächste Mal behalten').check();
  await refuseToKeep(page);
  await frame.getByRole('button', { name: 'Einladungen senden' }).click();
  await expect(frame.getByRole('heading', { name: 'Fertig. Ihr Raum ist reserviert.' })).toBeVisible();
  await expect(frame.getByRole('alert')).toHaveText(`Eine Einladung ist unterwegs. ${NOT_KEPT} ${FULL}`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await pressEnter(frame.getByRole('button', { name: 'Zu meinen Terminen' }));
  await expect(frame.getByRole('link', { name: 'Raum betreten' }).first()).toBeVisible();
  await expectAccessible(page);
}

async function join(page: Page, house: House, guest: string): Promise<void> {
  await page.context().clearCookies();
  const mail = await house.newestMail(guest);
  const { text, subject } = mail;
  await readMail(page, mail);
  expect(`${subject} ${text}`).not.toContain(LABEL);
  await page.goto(/http:\S+\/t\/\S+/.exec(text)?.[0] ?? '');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const practice = page.locator('summary', { hasText: 'Vorher ausprobieren' });
  expect((await practice.boundingBox())?.height, 'as tall as a finger needs').toBeGreaterThanOrEqual(44);
  await page.getByRole('textbox', { name: 'Wie möchten Sie heißen?' }).fill('Ada');
  await page.getByRole('button', { name: 'Jetzt eintreten' }).click();
  await page.waitForURL(`${house.meetingUrl}/**`);
  await expectToken(house, new URL(page.url()));
  // The ticket to come back with, and nothing else (P10).
  expect((await page.context().cookies()).map(({ path }) => path)).toEqual(['/wieder']);
}

/** The token in Jitsi's address, verified with the public key that the house serves (P5). */
async function expectToken(house: House, url: URL): Promise<void> {
  const value = new URLSearchParams(url.hash.slice(1)).get('jwt') ?? '';
  const jwt = JSON.parse(value) as string;
  const hash = createHash('sha256')
    .update(String(decodeProtectedHeader(jwt).kid))
    .digest('hex');
  const pem = await (await fetch(`${house.url}/jitsi/keys/${hash}.pem`)).text();
  const { payload } = await jwtVerify(jwt, await importSPKI(pem, 'RS256'), { audience: 'jitsi' });
  expect(payload['room']).toBe(url.pathname.slice(1));
  expect(url.pathname).toMatch(/^\/[a-z0-9]{32,}$/);
  expect(JSON.stringify(payload)).not.toContain('@');
}

function tomorrow(): string {
  return Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 1 }).toString();
}
