import { LitElement } from 'lit';
import { frameFits, moveFocus } from './move-focus.js';

/**
 * Base of our elements on our own pages. They render into the page itself, not into a shadow root: inputs
 * stay part of their form (Enter sends it, the browser checks it) and one style sheet serves all of them.
 */
export class LightElement extends LitElement {
  /** What the server wrote is for browsers without us. */
  protected override createRenderRoot(): this {
    this.replaceChildren();
    return this;
  }

  /** Tells the parent what the person wants. Never carries a name or an address. */
  protected wish(type: `vh-${string}`, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** Moves the focus to a new heading or message once it is on the page. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    await frameFits();
    const place = this.querySelector<HTMLElement>(selector);
    if (place) moveFocus(place);
  }
}
