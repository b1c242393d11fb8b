import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, expectRoomForLargeText } from './accessible.js';
import { Keyboard } from './by-keyboard.js';
import { anInvitedGuest } from './invited-guest.js';
import { expect, test as base, type House } from './open-house.js';

/** A camera that shows a picture and a microphone that hears a beep; nobody is asked for them. */
const DEVICES = ['--use-fake-device-for-media-stream'];

const test = base.extend<object, { launchOptions: { args?: string[] } }>({
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...DEVICES] }),
    { scope: 'worker' },
  ],
});

const start = (page: Page) => page.getByRole('button', { name: 'Kamera und Mikrofon testen' });

/** Camera and microphone that are on in this page. */
async function countOpened(page: Page): Promise<void> {
  await page.addInitScript(`
    const opened = (window.opened = []);
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish);
      opened.push(...stream.getTracks());
      return stream;
    };
  `);
}

const live = (page: Page) =>
  page.evaluate<number>("window.opened.filter(({ readyState }) => readyState === 'live').length");

function requestsOf(page: Page, house: House) {
  const paths: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    paths.push(origin === house.url ? `${request.method()} ${pathname}` : request.url());
  });
  return paths;
}

for (const width of [1280, 320]) {
  test(`camera, microphone, sound and connection tried by keyboard, ${width} pixels wide`, async ({
    page,
    house,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.context().grantPermissions(['camera', 'microphone'], { origin: house.url });
    await countOpened(page);
    const keyboard = new Keyboard(page);
    const requests = requestsOf(page, house);
    await page.goto(`${house.url}/technik-check`);
    await expect(start(page)).toBeVisible();
    await expectAccessible(page);
    await expectRoomForLargeText(page);
    expect(await live(page), 'nothing is asked for before the button').toBe(0);

    await keyboard.press(/^BUTTON Kamera und Mikrofon testen/);
    await expect(page.getByText('Ihre Kamera geht.')).toBeVisible();
    await expect(page.getByText('Ihr Mikrofon hört Sie.')).toBeVisible();
    await expect(page.getByText('Ihre Verbindung ist schnell genug.')).toBeVisible();
    // The device beeps for a moment twice a second: looked for often, and not in its own time.
    const level = () =>
      page.getByRole('meter').evaluate((meter) => (meter as unknown as { value: number }).value);
    await expect.poll(level, { intervals: [37] }).toBeGreaterThan(0);
    const pictures = () =>
      page.locator('video').evaluateAll((videos) =>
        videos.map((each) => {
          const { videoWidth, muted } = each as unknown as { videoWidth: number; muted: boolean };
          return { hasPicture: videoWidth > 0, muted };
        }),
      );
    await expect.poll(pictures).toEqual([{ hasPicture: true, muted: true }]);
    expect(await live(page)).toBe(2);

    await keyboard.press(/^BUTTON Ton abspielen/);
    await expect(page.locator('#check-heard')).toBeFocused();
    await keyboard.press(/^BUTTON Nein/);
    await expect(page.getByText('Stellen Sie Ihr Gerät lauter.')).toBeVisible();
    await expectAccessible(page);
    await expectRoomForLargeText(page);
    await keyboard.press(/^BUTTON Ton noch einmal/);
    await keyboard.press(/^BUTTON Ja/);
    await expect(page.getByText('Sie werden die anderen hören.')).toBeVisible();

    await keyboard.press(/^BUTTON Test beenden/);
    await expect(page.getByText('Kamera und Mikrofon sind wieder aus.')).toBeFocused();
    expect(await live(page)).toBe(0);
    expect([...new Set(requests)].sort(), 'nothing leaves the browser (P10)').toEqual([
      'GET /assets/join.js',
      'GET /assets/page.css',
      'GET /health/live',
      'GET /technik-check',
    ]);
  });
}

test('a choice of devices, and none of them on when the page is left', async ({ page, house }) => {
  await page.context().grantPermissions(['camera', 'microphone'], { origin: house.url });
  await countOpened(page);
  await page.goto(`${house.url}/technik-check`);
  await start(page).click();
  const microphone = page.getByLabel('Welches Mikrofon?');
  await expect(microphone).toBeVisible();
  const names = await microphone.locator('option').allInnerTexts();
  expect(names.length).toBeGreaterThan(1);
  await microphone.selectOption({ index: 1 });
  await expect(page.getByText('Ihr Mikrofon hört Sie.')).toBeVisible();
  const opened = () => page.evaluate<number>('window.opened.length');
  await expect.poll(opened, 'camera, microphone and the one that was chosen').toBe(3);
  expect(await live(page), 'the one before is off').toBe(2);
  await page.evaluate("window.dispatchEvent(new Event('pagehide'))");
  expect(await live(page)).toBe(0);
  await expect(page.getByText('Der Test ist beendet.')).toBeVisible();
});

test('who refuses reads how to allow it, and can try again', async ({ page, house }) => {
  await page.goto(`${house.url}/technik-check`);
  await start(page).click();
  await expect(page.getByText('Ihr Browser darf Kamera und Mikrofon nicht benutzen.')).toBeVisible();
  await expect(page.getByText('neben der Adresse')).toBeVisible();
  // What needs no permission is tried all the same.
  await expect(page.getByText('Ihre Verbindung ist schnell genug.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ton abspielen' })).toBeVisible();
  await expectAccessible(page);
  await page.context().grantPermissions(['camera', 'microphone'], { origin: house.url });
  await page.getByRole('button', { name: 'Noch einmal testen' }).click();
  await expect(page.getByText('Ihre Kamera geht.')).toBeVisible();
});

test('where no sound begins to play, people are asked whether they hear it all the same', async ({
  page,
  house,
}) => {
  await page.addInitScript('AudioContext.prototype.resume = () => new Promise(() => undefined)');
  await page.goto(`${house.url}/technik-check`);
  await start(page).click();
  await page.getByRole('button', { name: 'Ton abspielen' }).click();
  await expect(page.locator('#check-heard')).toBeFocused();
  await page.getByRole('button', { name: 'Nein' }).press('Enter');
  await expect(page.getByText('Stellen Sie Ihr Gerät lauter.')).toBeVisible();
});

test('every wording has its words', async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  for (const [wording, words] of [
    ['de-du', 'Hier siehst und hörst du'],
    ['de-leicht', 'Bitte drücken Sie auf den Knopf.'],
    ['en', 'Here you see and hear'],
  ] as const) {
    await page.goto(`${house.url}/technik-check?wording=${wording}`);
    await expect(page.getByText(words)).toBeVisible();
    await page.locator('vh-device-check button').click();
    await expect(page.locator('vh-device-check .warning').first()).toBeVisible();
    await expectAccessible(page);
    await expectRoomForLargeText(page);
  }
});

test('without script the page says where to try', async ({ browser, house }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${house.url}/technik-check`);
  await expect(page.getByText('Vor dem Treffen kommt eine Seite')).toBeVisible();
  await context.close();
});

test('into the meeting, lost, back in, and out', async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  const link = await anInvitedGuest(house, { email: 'zurueck@neue-gruppe.example', time: '11:00' });
  await page.goto(`${house.url}/wieder?room=x`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Bitte öffnen Sie Ihren persönlichen Link noch einmal.',
  );
  await expectAccessible(page);
  await expectRoomForLargeText(page);

  await page.goto(`${house.url}${link}`);
  await expect(start(page)).toBeVisible();
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await page.getByRole('textbox', { name: 'Wie möchten Sie heißen?' }).fill('Ada');
  await page.getByRole('button', { name: 'Jetzt eintreten' }).click();
  await page.waitForURL(`${house.meetingUrl}/**`);
  const room = new URL(page.url()).pathname;
  expect(await page.context().cookies()).toMatchObject([
    { name: 'wieder', path: '/wieder', httpOnly: true, sameSite: 'Lax' },
  ]);

  // Jitsi leads there from its own address when it has lost the token.
  await page.evaluate(
    (url) => {
      (globalThis as unknown as { location: { href: string } }).location.href = url;
    },
    `${house.url}/wieder?room=${room.slice(1)}`,
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zurück ins Treffen');
  await expectAccessible(page);
  await expectRoomForLargeText(page);
  await page.getByRole('button', { name: 'Wieder eintreten' }).click();
  await page.waitForURL(`${house.meetingUrl}${room}**`);
  expect(page.url()).toContain('jwt=');

  await page.goto(`${house.url}/danke`);
  await expect(page.getByText('Schön, dass Sie da waren.')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('in two tabs, and once more by the back button', async ({ page, context, house }) => {
  const link = await anInvitedGuest(house, { email: 'zwei@neue-gruppe.example', time: '13:00' });
  const enter = async (tab: Page) => {
    await tab.getByRole('button', { name: 'Jetzt eintreten' }).click();
    await tab.waitForURL(`${house.meetingUrl}/**`);
    const { pathname, hash } = new URL(tab.url());
    const jwt = JSON.parse(new URLSearchParams(hash.slice(1)).get('jwt') ?? '') as string;
    const claims = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as {
      context: { user: { id: string; name: string } };
    };
    return { room: pathname, ...claims.context.user };
  };
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto(`${house.url}${link}`);
  await page.getByRole('textbox', { name: 'Wie möchten Sie heißen?' }).fill('Ada');
  const first = await enter(page);
  expect(first.name).toBe('Ada');
  expect(await enter(other), 'the same person on a second device').toEqual({ ...first, name: 'Gast' });

  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ihr Online-Treffen');
  expect(await enter(page)).toMatchObject({ room: first.room, id: first.id });
});
