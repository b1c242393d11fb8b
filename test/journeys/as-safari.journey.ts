import type { FrameLocator, Locator, Page } from '@playwright/test';
import { becomeRepresentative } from './become-representative.js';
import { Keyboard, pressEnter } from './by-keyboard.js';
import { expect, newestCode, test, type House } from './open-house.js';

test('in the frame each screen is seen from its beginning, and whatever has the focus', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 375, height: 667 });
  const email = 'safari-rahmen@neue-gruppe.example';
  await becomeRepresentative(page, { house, keyboard: new Keyboard(page), email });
  await page.addInitScript(scrollLess);
  await page.goto(house.siteUrl);
  await pressEnter(page.getByRole('button', { name: 'Anmelden und Raum reservieren' }));
  await expect.poll(() => topOf(page.locator('virtuelles-haus iframe'))).toBeLessThan(200);
  const frame = page.frameLocator('virtuelles-haus iframe');
  await signIn(frame, house, email);
  await expectSeen(frame, 'Meine Termine');
  await pressEnter(frame.getByRole('button', { name: 'Raum reservieren' }));
  await expectSeen(frame, 'Wann möchten Sie sich treffen?');
  const back = frame.getByRole('button', { name: 'Zurück zu meinen Terminen' });
  await expect(back).not.toBeInViewport();
  await focus(back);
  await expect(back).toBeInViewport({ ratio: 1 });
  await pressEnter(back);
  await expectSeen(frame, 'Meine Termine');
});

test('a screen that is reached while the history goes back is seen from its beginning', async ({
  page,
  house,
}) => {
  await page.setViewportSize({ width: 375, height: 667 });
  const email = 'safari-serie@neue-gruppe.example';
  await page.addInitScript(scrollLess);
  await becomeRepresentative(page, { house, keyboard: new Keyboard(page), email });
  await pressEnter(page.getByRole('button', { name: 'Raum reservieren' }));
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 130 });
  await page.getByLabel('Datum').fill(day.toString());
  await page.getByLabel('Beginn').selectOption('08:00');
  await page.getByLabel('Regelmäßig').check();
  await page.getByLabel('Anzahl der Termine').fill('8');
  await pressEnter(page.getByRole('button', { name: 'Termine ansehen' }));
  await expectSeen(page, 'Passen diese Termine?');
  await pressEnter(page.getByRole('button', { name: '8 Termine reservieren' }));
  await expectSeen(page, 'Wer soll eingeladen werden?');
});

test('a code that the browser fills in by itself is taken', async ({ page, house }) => {
  await page.goto(`${house.url}/haus/dortmund`);
  const code = await askForCode(page, house, 'renate@gruppe.example');
  const field = page.getByLabel('Code aus der Mail');
  await field.evaluate(
    (element, digits) => {
      const filled = element as unknown as { value: string; dispatchEvent: (event: Event) => void };
      filled.value = digits;
      // No key was pressed: it is no InputEvent.
      filled.dispatchEvent(new Event('input', { bubbles: true }));
    },
    code.replace(' ', ''),
  );
  await expect(field).toHaveValue(code);
  await pressEnter(page.getByRole('button', { name: 'Anmelden', exact: true }));
  await expect(page.getByRole('button', { name: 'Abmelden' })).toBeVisible();
});

/**
 * As Safari does: it scrolls no page around a frame of another site, and while it goes back in its history it does not
 * scroll to what gets the focus.
 */
function scrollLess(): void {
  const { HTMLElement, Element, top } = globalThis as unknown as Browser;
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function () {
    focus.call(this, { preventScroll: true });
  };
  if (globalThis !== top) Element.prototype.scrollIntoView = () => undefined;
}

/** What is changed in the browser; the tests themselves run without a DOM. */
interface Browser {
  HTMLElement: { prototype: { focus: (this: unknown, options?: { preventScroll: boolean }) => void } };
  Element: { prototype: { scrollIntoView: () => void } };
  top: unknown;
}

async function signIn(frame: FrameLocator, house: House, email: string): Promise<void> {
  const code = await askForCode(frame, house, email);
  await frame.getByLabel('Code aus der Mail').fill(code);
  await pressEnter(frame.getByRole('button', { name: 'Anmelden', exact: true }));
}

async function askForCode(place: Page | FrameLocator, house: House, email: string): Promise<string> {
  const before = await house.newestMailId(email);
  await place.getByLabel('Ihre E-Mail-Adresse').fill(email);
  await pressEnter(place.getByRole('button', { name: 'Code zusenden' }));
  await expect(place.getByLabel('Code aus der Mail')).toBeVisible();
  return (await newestCode(house, email, before)).code;
}

/** As a script does it, without the scrolling that Playwright adds. */
const focus = (button: Locator): Promise<void> =>
  button.evaluate((element) => {
    (element as unknown as { focus: () => void }).focus();
  });

const topOf = async (place: Locator): Promise<number | undefined> => (await place.boundingBox())?.y;

async function expectSeen(place: Page | FrameLocator, heading: string): Promise<void> {
  const shown = place.getByRole('heading', { level: 1, name: heading });
  await expect(shown).toBeFocused();
  await expect(shown).toBeInViewport({ ratio: 1 });
}
