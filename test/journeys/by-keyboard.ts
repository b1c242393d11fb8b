import { expect, type Locator, type Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';

/** More stops than any page of ours has. */
const MOST_STOPS = 150;
/** How long the focus has to stay where it is. */
const QUIET_MS = 150;
/** As long as anything else that is waited for: the screen may be one that the house has not answered yet. */
const PATIENCE_MS = 20_000;

/** Whoever has no mouse: goes from one control to the next, types, presses, and sees where they are. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /**
   * Goes on with Tab until a control has this name (`BUTTON Weiter`, `INPUT Datum`), and sees that it is marked (WCAG
   * 2.4.7). A page that is just changing may take the focus away again: then it goes on from there.
   */
  async goTo(control: RegExp): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    for (let stop = 0; stop < MOST_STOPS || Date.now() < deadline; stop++) {
      if (control.test((await this.look()).words)) {
        await sleep(QUIET_MS);
        const { words, isMarked } = await this.look();
        if (control.test(words)) {
          expect(isMarked, `the focus on ${words} can be seen`).toBe(true);
          return;
        }
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(
      `The keyboard does not reach ${String(control)}; it stands at ${(await this.look()).words}.`,
    );
  }

  async press(control: RegExp): Promise<void> {
    await this.goTo(control);
    await this.page.keyboard.press('Enter');
  }

  async type(control: RegExp, text: string): Promise<void> {
    await this.goTo(control);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
  }

  /** Chooses among radio buttons, of which one is reached with Tab and the others with the arrows. */
  async choose(group: RegExp, wanted: RegExp): Promise<void> {
    await this.goTo(group);
    for (let step = 0; step < 20 && !wanted.test((await this.look()).words); step++) {
      await this.page.keyboard.press('ArrowDown');
    }
    expect((await this.look()).words).toMatch(wanted);
  }

  /** The element that has the focus: its kind and the words that name it, and whether it has an outline. */
  private async look(): Promise<{ words: string; isMarked: boolean }> {
    const [found] = await this.page.locator(':focus').evaluateAll((elements) =>
      elements.map((element) => {
        const { tagName, innerText, labels, ownerDocument } = element as unknown as FocusedElement;
        const { outlineStyle, outlineWidth } = ownerDocument.defaultView.getComputedStyle(element);
        const isMarked = outlineStyle !== 'none' && outlineWidth !== '0px';
        return { words: `${tagName} ${labels?.[0]?.innerText ?? innerText}`, isMarked };
      }),
    );
    const { words = 'nothing', isMarked = false } = found ?? {};
    return { words: words.replace(/\s+/g, ' ').trim(), isMarked };
  }
}

/**
 * The day is typed before the month, as people say it: for a moment there is no such day, as November has no 31st. Which
 * of both stands first in the field depends on the browser's language.
 */
export async function typeNewYearsEve(field: Locator): Promise<void> {
  const { keyboard } = field.page();
  const { year } = Temporal.Now.plainDateISO('Europe/Berlin').add({ months: 6 });
  const before = `${year}-11-15`;
  await field.fill(before);
  await keyboard.press('ArrowUp');
  const startsWithDay = (await field.inputValue()) === `${year}-11-16`;
  await field.fill(before);
  if (!startsWithDay) await keyboard.press('ArrowRight');
  await keyboard.type('31', { delay: 100 });
  // Behind the day the year comes by itself.
  for (const key of startsWithDay ? [] : ['ArrowLeft', 'ArrowLeft']) await keyboard.press(key);
  await keyboard.type('12', { delay: 100 });
  await expect(field).toHaveValue(`${year}-12-31`);
}

/** With the Enter key, once it can be pressed: Playwright alone presses a button that waits for an answer, too. */
export async function pressEnter(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.press('Enter');
}

/** What is read of it in the browser; the tests themselves run without a DOM. */
interface FocusedElement {
  tagName: string;
  innerText: string;
  labels?: { innerText: string }[];
  ownerDocument: {
    defaultView: { getComputedStyle: (element: unknown) => { outlineStyle: string; outlineWidth: string } };
  };
}
