import { expect, type Page } from '@playwright/test';

/** More stops than any page of ours has. */
const MOST_STOPS = 150;

/** Whoever has no mouse: goes from one control to the next, types, presses, and sees where they are. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on with Tab until a control has this name (`BUTTON Weiter`, `INPUT Datum`), and sees that it is marked. */
  async goTo(control: RegExp): Promise<void> {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (control.test(await this.where())) return this.expectMarked();
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${String(control)}; it stands at ${await this.where()}.`);
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
    for (let step = 0; step < 20 && !wanted.test(await this.where()); step++) {
      await this.page.keyboard.press('ArrowDown');
    }
    expect(await this.where()).toMatch(wanted);
  }

  /** The element that has the focus: its kind and the words that name it. */
  private async where(): Promise<string> {
    const words = await this.page.locator(':focus').evaluateAll((elements) =>
      elements.map((element) => {
        const { tagName, innerText, labels } = element as unknown as FocusedElement;
        return `${tagName} ${labels?.[0]?.innerText ?? innerText}`;
      }),
    );
    return (words[0] ?? 'nothing').replace(/\s+/g, ' ').trim();
  }

  /** WCAG 2.4.7 */
  private async expectMarked(): Promise<void> {
    const focused = this.page.locator(':focus');
    await expect(focused, `the focus on ${await this.where()} can be seen`).not.toHaveCSS(
      'outline-style',
      'none',
    );
    await expect(focused).not.toHaveCSS('outline-width', '0px');
  }
}

/** What is read of it in the browser; the tests themselves run without a DOM. */
interface FocusedElement {
  tagName: string;
  innerText: string;
  labels?: { innerText: string }[];
}
