import type { FrameLocator, Locator, Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import { becomeRepresentative } from './become-representative.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { Keyboard, pressEnter, typeNewYearsEve } from './by-keyboard.js';
import { expect, newestCode, test, type House } from './open-house.js';

const OPEN = 'Anmelden und Raum reservieren';
const FOLD = 'Bereich zuklappen';
const UNFOLD = 'Bereich wieder aufklappen';
const STILL_SIGNED_IN = /Sie bleiben noch höchstens 15 Minuten angemeldet/;

// Each has a day of its own, on which no other journey reserves.
for (const [width, height, days] of [
  [1280, 900, 274],
  [375, 667, 275],
  [320, 568, 276],
] as const) {
  test(`the house on a contact point's site, ${width} by ${height} pixels`, async ({ page, house }) => {
    await page.setViewportSize({ width, height });
    const email = `rahmen-${width}@neue-gruppe.example`;
    await becomeRepresentative(page, { house, keyboard: new Keyboard(page), email });
    await page.clock.install();
    await page.goto(house.siteUrl);
    const frame = await open(page);
    await signIn(frame, house, email);
    await clash(frame, Temporal.Now.plainDateISO('Europe/Berlin').add({ days }), height);
    await foldAndUnfold(page, frame);
    await forgetsLater(page);
  });
}

/** The frame lies below the fold, and nothing of it would be seen. */
async function open(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: OPEN }).click();
  const frame = page.frameLocator('virtuelles-haus iframe');
  await expect(frame.getByLabel('Ihre E-Mail-Adresse')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: FOLD })).toBeInViewport();
  await expect.poll(() => leftToScroll(frame), 'the frame needs no scroll bar of its own').toBe(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  return frame;
}

function leftToScroll(frame: FrameLocator): Promise<number> {
  return frame.locator('html').evaluate((root) => {
    const { scrollHeight, clientHeight } = root as unknown as Record<string, number>;
    return (scrollHeight ?? 0) - (clientHeight ?? 0);
  });
}

async function signIn(frame: FrameLocator, house: House, email: string): Promise<void> {
  const before = await house.newestMailId(email);
  await frame.getByLabel('Ihre E-Mail-Adresse').fill(email);
  await pressEnter(frame.getByRole('button', { name: 'Code zusenden' }));
  await expect(frame.getByLabel('Code aus der Mail')).toBeVisible();
  const { code } = await newestCode(house, email, before);
  await frame.getByLabel('Code aus der Mail').fill(code);
  await pressEnter(frame.getByRole('button', { name: 'Anmelden', exact: true }));
}

/** A room that is taken: what is said about it is higher than a small screen, and is read from its beginning. */
async function clash(frame: FrameLocator, day: Temporal.PlainDate, screenHeight: number): Promise<void> {
  await fillWhen(frame, day);
  await pressEnter(frame.getByRole('button', { name: 'Niemanden einladen' }));
  await pressEnter(frame.getByRole('button', { name: 'Zu meinen Terminen' }));
  await fillWhen(frame, day);
  const notice = frame.getByRole('alert');
  await expect(notice).toBeFocused();
  // On the screen, of which the frame does not know how much it has. How high it is depends on the words of its day.
  await expect
    .poll(async () => {
      const { y = NaN, height = NaN } = (await notice.boundingBox()) ?? {};
      return height > screenHeight / 2 ? y < 60 : y + height <= screenHeight;
    })
    .toBe(true);
  await expect(notice.getByRole('heading')).toBeInViewport({ ratio: 1 });
}

async function fillWhen(frame: FrameLocator, day: Temporal.PlainDate): Promise<void> {
  await pressEnter(frame.getByRole('button', { name: 'Raum reservieren' }));
  await frame.getByLabel('Datum').fill(day.toString());
  await frame.getByLabel('Beginn').selectOption('10:00');
  const room = frame.getByLabel('Raum', { exact: true });
  const option = room.locator('option', { hasText: 'Gesprächsraum Linde' });
  await room.selectOption({ label: (await option.innerText()).trim() });
  await pressEnter(frame.getByRole('button', { name: 'Raum reservieren und weiter' }));
}

/** Nothing that was typed goes, and nobody forgets that they are signed in. */
async function foldAndUnfold(page: Page, frame: FrameLocator): Promise<void> {
  await frame.getByLabel('Erwartete Personen').fill('5');
  await pressEnter(page.getByRole('button', { name: FOLD }));
  const unfold = page.getByRole('button', { name: UNFOLD });
  await expect(unfold).toBeFocused();
  await expect(page.getByText(STILL_SIGNED_IN)).toBeVisible();
  await expect(page.locator('virtuelles-haus iframe')).toBeHidden();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await pressEnter(unfold);
  expect(await deafness(page.locator('virtuelles-haus iframe'))).toEqual(['none', 'auto']);
  await expect(frame.getByLabel('Erwartete Personen')).toHaveValue('5');
  await expect(page.locator('virtuelles-haus iframe')).toBeFocused();
  await expect(page.getByRole('button', { name: FOLD })).toBeInViewport();
}

/** Whether the frame can be pressed in just after it has appeared, and later. */
function deafness(frame: Locator): Promise<string[]> {
  return frame.evaluate((element) => {
    const shown = element as unknown as Shown;
    const { getComputedStyle } = shown.ownerDocument.defaultView;
    const [appearing] = shown.getAnimations();
    appearing?.pause();
    const atOnce = getComputedStyle(shown).pointerEvents;
    appearing?.finish();
    return [atOnce, getComputedStyle(shown).pointerEvents];
  });
}

/** What is read of it in the browser; the tests themselves run without a DOM. */
interface Shown {
  getAnimations: () => { pause: () => void; finish: () => void }[];
  ownerDocument: { defaultView: { getComputedStyle: (element: unknown) => { pointerEvents: string } } };
}

/**
 * Somebody else may sit at the same computer by then. The second of two clicks, where the other button has come to
 * stand, does not unfold it again.
 */
async function forgetsLater(page: Page): Promise<void> {
  await page.evaluate('window.scrollTo(0, 0)');
  await page.getByRole('button', { name: FOLD }).dblclick({ position: { x: 40, y: 25 } });
  await page.clock.fastForward('15:00');
  await expect(page.getByRole('button', { name: OPEN })).toBeVisible();
  await expect(page.getByText(STILL_SIGNED_IN)).toHaveCount(0);
  await expect(page.locator('virtuelles-haus iframe')).toHaveCount(0);
}

test('a day is typed key by key while the days before it are still on their way', async ({ page, house }) => {
  await page.route('**/availability*', async (route) => {
    await sleep(200);
    await route.continue();
  });
  await page.goto(house.siteUrl);
  await typeNewYearsEve(page.getByLabel('Tag', { exact: true }));
});

for (const width of [1280, 320])
  test(`of days that nobody can reserve no time is called free, ${width} pixels wide`, async ({
    page,
    house,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(house.siteUrl);
    const today = Temporal.Now.plainDateISO('Europe/Berlin');
    const days = page.locator('virtuelles-haus .day-plan');
    await expect(days).toBeVisible();
    for (const day of [today.subtract({ days: 1 }), today.add({ months: 12, days: 1 })]) {
      await page.getByLabel('Tag', { exact: true }).fill(day.toString());
      await expect(page.getByText('Räume können Sie von heute bis')).toBeVisible();
      await expect(days).toHaveCount(0);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.getByLabel('Tag', { exact: true }).fill(today.add({ months: 12 }).toString());
    await expect(days).toContainText('Den ganzen Tag frei');
  });

test('a frame that nobody sees is not called empty', async ({ page, house }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.clock.install();
  // The house does not answer.
  await page.route(/eingebettet/, () => undefined);
  await page.goto(house.siteUrl);
  await page.getByRole('button', { name: OPEN }).click();
  const frame = page.locator('virtuelles-haus iframe');
  const silent = page.getByText('Bleibt der Bereich leer?');
  await expect(frame).toBeInViewport();
  await page.evaluate('window.scrollTo(0, 0)');
  await expect(frame).not.toBeInViewport();
  await page.clock.fastForward(60_000);
  await expect(silent).toHaveCount(0);
  await frame.scrollIntoViewIfNeeded();
  await expect(frame).toBeInViewport();
  await page.clock.fastForward(9000);
  await expect(silent).toBeVisible();
});
