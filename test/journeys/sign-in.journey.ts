import { atRest, reserveADate } from './at-rest.js';
import { becomeRepresentative } from './become-representative.js';
import { expectAccessible, expectRoomForLargeText } from './accessible.js';
import { Keyboard } from './by-keyboard.js';
import { endSession } from './nothing-of-before.js';
import { expect, newestCode, test } from './open-house.js';
import { addressRefused } from './refused-address.js';
import { showNewRules, tellState } from './rules-of-before.js';

const EMAIL = 'renate@gruppe.example';
const AGAIN = /^BUTTON Neue Mail senden/;

for (const width of [1280, 320]) {
  test(`whoever asks for mails too often comes in with the newest, ${width} pixels wide`, async ({
    page,
    house,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const keyboard = new Keyboard(page);
    await page.goto(`${house.url}/haus/dortmund`);
    const again = page.getByRole('button', { name: 'Neue Mail senden' });
    const refusal = page.getByRole('alert').filter({ hasText: 'keine weitere Mail anfordern' });
    let newest = await house.newestMailId(EMAIL);
    await keyboard.type(/^INPUT Ihre E-Mail/, 'renate@gruppe');
    await keyboard.press(/^BUTTON Code zusenden/);
    await addressRefused(page, 'Ihre E-Mail-Adresse');
    await keyboard.type(/^INPUT Ihre E-Mail/, EMAIL);
    for (const button of [/^BUTTON Code zusenden/, AGAIN, AGAIN]) {
      await keyboard.press(button);
      newest = (await newestCode(house, EMAIL, newest)).id;
      await expect(again).toBeEnabled();
    }
    await expect(refusal).toHaveCount(0);
    await keyboard.press(AGAIN);
    await expect(refusal).toBeFocused();
    await expect(page.getByText('unterwegs')).toHaveCount(0);
    await expectAccessible(page);
    await expectRoomForLargeText(page);
    await keyboard.press(/^BUTTON Andere Adresse/);
    await keyboard.press(/^BUTTON Code zusenden/);
    await expect(refusal).toBeFocused();
    const { id, code } = await newestCode(house, EMAIL);
    expect(id, 'no other mail has come').toBe(newest);
    await keyboard.type(/^INPUT Code/, code);
    await keyboard.press(/^BUTTON Anmelden/);
    await expect(page.getByRole('button', { name: 'Abmelden' })).toBeVisible();
  });
}

test('whoever could not come in before the session ended begins anew', async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const email = 'ilse@gruppe.example';
  const keyboard = new Keyboard(page);
  const before = await house.newestMailId(email);
  await page.goto(`${house.url}/haus/dortmund`);
  await keyboard.type(/^INPUT Ihre E-Mail/, email);
  await keyboard.press(/^BUTTON Code zusenden/);
  const { code } = await newestCode(house, email, before);
  await keyboard.type(/^INPUT Code/, code);
  await page.route('**/api/me', (route) => route.abort(), { times: 1 });
  await keyboard.press(/^BUTTON Anmelden/);
  await expect(page.getByRole('alert')).toBeFocused();
  await page.route('**/api/me', (route) => route.fulfill({ status: 401, json: {} }), { times: 1 });
  await keyboard.press(/^BUTTON Noch einmal versuchen/);
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeFocused();
  await expect(page.getByText('Bitte melden Sie sich noch einmal an.')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Code zusenden' })).toBeEnabled();
  await expectAccessible(page);
});

for (const width of [1280, 320]) {
  test(`new rules take nothing that was typed before the session ended, ${width} pixels wide`, async ({
    page,
    house,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const email = `regeln-${width}@neue-gruppe.example`;
    const keyboard = new Keyboard(page);
    await becomeRepresentative(page, { house, keyboard, email });
    await keyboard.press(/^BUTTON Raum reservieren/);
    await page.getByLabel('Erwartete Personen').fill('7');
    await endSession(page, () => keyboard.press(/^BUTTON Raum reservieren und weiter/));
    const before = await house.newestMailId(email);
    await keyboard.press(/^BUTTON Code zusenden/);
    const { code } = await newestCode(house, email, before);
    await keyboard.type(/^INPUT Code/, code);
    await showNewRules(page);
    await keyboard.press(/^BUTTON Anmelden/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bitte stimmen Sie einmal zu');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByLabel('Erwartete Personen')).toBeHidden();
    await expectAccessible(page);
    await expectRoomForLargeText(page);
    await keyboard.press(/^BUTTON Ich stimme zu/);
    await expect(page.getByRole('heading', { name: 'Wann möchten Sie sich treffen?' })).toBeFocused();
    await expect(page.getByLabel('Erwartete Personen')).toHaveValue('7');
  });
}

test('a page left open over midnight sees that its group rests since, and rests no more', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.clock.install();
  const email = 'mitternacht@neue-gruppe.example';
  await becomeRepresentative(page, { house, keyboard: new Keyboard(page), email });
  const reserve = page.getByRole('button', { name: 'Raum reservieren' });
  await reserveADate(page, 40);
  await tellState(page, 'paused');
  await page.clock.fastForward('24:00:00');
  await expect(page.getByText('Die Freischaltung dieser Gruppe ist pausiert.').first()).toBeVisible();
  await expect(reserve).toHaveCount(0);
  await atRest(page);
  await tellState(page, 'active');
  await page.clock.fastForward('24:00:00');
  await expect(reserve).toBeVisible();
});

for (const width of [1280, 320]) {
  test(`a page whose script does not come says what to do, ${width} pixels wide`, async ({ page, house }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.route(/\/assets\/(house|desk)\.js/, (route) => route.abort());
    for (const [path, way] of [
      ['/haus/dortmund', 'Dann rufen Sie bitte Ihre Kontaktstelle an: 0231'],
      ['/desk', 'laden Sie die Seite bitte noch einmal'],
    ] as const) {
      await page.goto(`${house.url}${path}`);
      await expect(page.getByText(way)).toBeVisible();
      await expectAccessible(page);
      await expectRoomForLargeText(page);
    }
    await page.unroute(/\/assets\/(house|desk)\.js/);
    await page.goto(`${house.url}/haus/dortmund`);
    await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
    await expect(page.getByText('die Seite lädt')).toHaveCount(0);
  });
}
