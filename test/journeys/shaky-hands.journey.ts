import type { Locator, Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import { becomeRepresentative } from './become-representative.js';
import { Keyboard, pressEnter } from './by-keyboard.js';
import { expect, test, type House } from './open-house.js';

/** How long the house takes to answer on a weak line. */
const ANSWER_MS = 250;
/** From what comes to stand there to the second press: too quick to have read it. */
const UNREAD_MS = 500;

interface Spot {
  x: number;
  y: number;
}
type Box = Spot & { width: number; height: number };

/** Whoever presses everything twice, with a finger on a small phone. */
test.describe('with a finger', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('a second tap on one spot presses nothing new', async ({ page, house }) => {
    await arrive(page, house, 'finger@neue-gruppe.example');
    const day = inDays(310);
    await reserveAtNoon(page, day);
    await reservesNothingElse(page, new ShakyHands(page, true), day);
    await callsOffNoMore(page, new ShakyHands(page, true), inDays(311));
  });
});

/** With a mouse, as everything is opened on a desktop. */
test.describe('with a mouse', () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test('a second click on one spot agrees to nothing and reserves nothing', async ({ page, house }) => {
    await arrive(page, house, 'maus@neue-gruppe.example');
    const day = inDays(320);
    await keepsNothingUnasked(page, new ShakyHands(page, false), day);
    await reservesNothingElse(page, new ShakyHands(page, false), day);
  });
});

async function arrive(page: Page, house: House, email: string): Promise<void> {
  await page.clock.install();
  await becomeRepresentative(page, { house, keyboard: new Keyboard(page), email });
  await page.route('**/reservations', async (route) => {
    await sleep(ANSWER_MS);
    await route.continue();
  });
}

const inDays = (days: number): Temporal.PlainDate => Temporal.Now.plainDateISO('Europe/Berlin').add({ days });

class ShakyHands {
  constructor(
    private readonly page: Page,
    private readonly hasTouch: boolean,
  ) {}

  async press({ x, y }: Spot): Promise<void> {
    if (this.hasTouch) await this.page.touchscreen.tap(x, y);
    else await this.page.mouse.click(x, y);
  }

  /**
   * Presses a control on this spot, and once something else stands there, presses again. Where it comes to stand depends on
   * how far the page is scrolled. The page's clock stands still meanwhile: how quick people are is no matter of the machine.
   */
  async pressTwice(first: Locator, spot: Spot, next: Locator): Promise<void> {
    expect(isIn(spot, await boxOf(first)), 'the first control is under the finger').toBe(true);
    await this.page.clock.pauseAt((await this.page.evaluate<number>('Date.now()')) + 1000);
    await this.press(spot);
    await next.waitFor();
    await this.page.clock.runFor(UNREAD_MS);
    await scrollTo(next, spot);
    expect(isIn(spot, await boxOf(next)), 'the next control is under the finger').toBe(true);
    await this.press(spot);
    await this.page.clock.resume();
  }
}

/** Whether addresses are kept is asked on the screen that follows: nobody may agree to it unknowingly. */
async function keepsNothingUnasked(page: Page, hands: ShakyHands, day: Temporal.PlainDate): Promise<void> {
  const keep = page.getByText('Diese Adressen für das nächste Mal behalten');
  await reserve(page, day, '08:00');
  const spot = middleOf(await boxOf(keep));
  await leaveBooked(page);
  await fillWhen(page, day, '12:00');
  await scrollTo(submitOf(page), spot);
  await hands.pressTwice(submitOf(page), spot, keep);
  await expect(page.getByRole('checkbox')).not.toBeChecked();
  await leaveBooked(page);
}

/** The room is taken: what is free instead comes to stand under the finger, and would be reserved at once. */
async function reservesNothingElse(page: Page, hands: ShakyHands, day: Temporal.PlainDate): Promise<void> {
  const instead = page.getByRole('button', { name: /nehmen$/ }).first();
  await fillWhen(page, day, '12:00');
  await pressEnter(submitOf(page));
  await instead.waitFor();
  const spot = middleOf(await boxOf(instead));
  await pressEnter(page.getByRole('button', { name: 'Zurück zu meinen Terminen' }));
  await fillWhen(page, day, '12:00');
  await scrollTo(submitOf(page), spot);
  await hands.pressTwice(submitOf(page), spot, instead);
  expect(await instead.isEnabled(), 'nothing is being reserved').toBe(true);
  await pressEnter(page.getByRole('button', { name: 'Zurück zu meinen Terminen' }));
  await expect(page.locator('.date-card', { hasText: '12:00 bis' })).toHaveCount(1);
}

/** How much of a series goes is asked where the button stood. */
async function callsOffNoMore(page: Page, hands: ShakyHands, first: Temporal.PlainDate): Promise<void> {
  await fillWhen(page, first, '12:00');
  await page.getByLabel('Regelmäßig').check();
  await page.getByLabel('Anzahl der Termine').fill('3');
  await pressEnter(page.getByRole('button', { name: 'Termine ansehen' }));
  await pressEnter(page.getByRole('button', { name: '3 Termine reservieren' }));
  await leaveBooked(page);
  const card = page.locator('.date-card', { hasText: 'Regelmäßiges Treffen' }).first();
  const cancel = card.getByRole('button', { name: /^Absagen/ });
  const following = card.getByText('Diesen und alle folgenden Termine');
  const { x } = middleOf(await boxOf(cancel));
  await pressEnter(cancel);
  const spot = { x, y: middleOf(await boxOf(following)).y };
  await pressEnter(card.getByRole('button', { name: 'Nein, nichts absagen' }));
  await scrollTo(cancel, spot);
  await hands.pressTwice(cancel, spot, following);
  await expect(card.getByRole('radio', { name: 'Nur diesen Termin' })).toBeChecked();
  const yes = card.getByRole('button', { name: /^Ja,/ });
  await expect(yes).toHaveText('Ja, Termin absagen');
  await card.getByRole('radio', { name: 'Diesen und alle folgenden Termine' }).press('Space');
  await expect(yes).toHaveText(`Ja, diese 3 Termine bis ${inWords(first.add({ weeks: 2 }))} absagen`);
  await choosesTooLate(page, card, yes);
}

/** After a refusal what is marked is what the button says. */
async function choosesTooLate(page: Page, card: Locator, yes: Locator): Promise<void> {
  const line = Promise.withResolvers<undefined>();
  await page.route('**/api/reservations/*', async (route) => {
    await line.promise;
    await route.abort();
  });
  await pressEnter(yes);
  await card.getByRole('radio', { name: 'Nur diesen Termin' }).press('Space');
  line.resolve(undefined);
  await expect(card.getByRole('alert')).toBeFocused();
  await expect(yes).toContainText('diese 3 Termine');
  await expect(card.getByRole('radio', { name: 'Diesen und alle folgenden Termine' })).toBeChecked();
}

async function reserveAtNoon(page: Page, day: Temporal.PlainDate): Promise<void> {
  await reserve(page, day, '12:00');
  await leaveBooked(page);
}

async function reserve(page: Page, day: Temporal.PlainDate, time: string): Promise<void> {
  await fillWhen(page, day, time);
  await pressEnter(submitOf(page));
}

async function fillWhen(page: Page, day: Temporal.PlainDate, time: string): Promise<void> {
  await pressEnter(page.getByRole('button', { name: 'Raum reservieren' }));
  await page.getByLabel('Datum').fill(day.toString());
  await page.getByLabel('Beginn').selectOption(time);
  const room = page.getByLabel('Raum', { exact: true });
  const option = room.locator('option', { hasText: 'Gesprächsraum Linde' });
  await room.selectOption({ label: (await option.innerText()).trim() });
  // The picture of the day stands below the form, and pushes nothing any more.
  await expect(page.getByText(/^So ist es am/)).toContainText(inWords(day));
}

const submitOf = (page: Page): Locator => page.getByRole('button', { name: 'Raum reservieren und weiter' });

async function leaveBooked(page: Page): Promise<void> {
  await pressEnter(page.getByRole('button', { name: 'Niemanden einladen' }));
  await pressEnter(page.getByRole('button', { name: 'Zu meinen Terminen' }));
}

/** Until the middle of the control is as high as the spot. */
async function scrollTo(control: Locator, spot: Spot): Promise<void> {
  const { y } = middleOf(await boxOf(control));
  await control.page().evaluate(`window.scrollBy(0, ${y - spot.y})`);
}

async function boxOf(control: Locator): Promise<Box> {
  const box = await control.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return box;
}

const middleOf = ({ x, y, width, height }: Box): Spot => ({ x: x + width / 2, y: y + height / 2 });

const isIn = (spot: Spot, { x, y, width, height }: Box): boolean =>
  spot.x > x && spot.x < x + width && spot.y > y && spot.y < y + height;

/** „31. Januar 2027“ */
const inWords = (day: Temporal.PlainDate): string => day.toLocaleString('de-DE', { dateStyle: 'long' });
