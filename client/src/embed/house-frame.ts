import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '../parts/define.js';
import { frameFragment } from '../parts/frame-colours.js';
import { LOWEST, readFrameMessage, type FrameState } from '../parts/frame-messages.js';
import { LightElement } from '../parts/light-element.js';
import { shellWords as words } from '../words/words.js';

/** After this time on the screen without a word from the frame, the person is pointed to the way that always works. */
const SILENCE_MS = 8_000;

/**
 * The frame of the house: everything personal happens in there, out of reach of the page around it.
 *
 * @event vh-state - the person signed in or out, or changed a reservation; detail `{ state }`
 */
export class VhHouseFrame extends LightElement {
  @property({ attribute: false }) house = '';
  @property({ attribute: false }) slug = '';
  @property({ attribute: false }) light = false;

  @state() private height = LOWEST;
  @state() private silent = false;

  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Browsers let a frame that nobody sees wait: its silence there means nothing. */
  private readonly sight = new IntersectionObserver((entries) => {
    clearTimeout(this.timer);
    if (entries.slice(-1)[0]?.isIntersecting) this.timer = setTimeout(() => (this.silent = true), SILENCE_MS);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('message', this.listen);
    this.sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.listen);
    this.stopWaiting();
  }

  override render(): TemplateResult {
    const address = `${this.house}/haus/${encodeURIComponent(this.slug)}?eingebettet=1${frameFragment(this.light)}`;
    return html`<p role="status">${this.silent ? words.frameSilent : nothing}</p>
      <iframe
        src=${address}
        title=${words.frameTitle}
        height=${this.height}
        allow="clipboard-write"
        part="frame"
      ></iframe>`;
  }

  /** The person goes on in the frame, and sees it from its beginning. */
  async enter(): Promise<void> {
    await this.updateComplete;
    // Firefox lets a frame that was hidden take the focus only once it is about to be drawn.
    await new Promise(requestAnimationFrame);
    this.frame?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  private stopWaiting(): void {
    this.sight.disconnect();
    clearTimeout(this.timer);
  }

  private get frame(): HTMLIFrameElement | null {
    return this.querySelector('iframe');
  }

  private readonly listen = (event: MessageEvent): void => {
    const { frame } = this;
    // Any page can post here; only our own frame is heard.
    if (event.origin !== this.house || !frame || event.source !== frame.contentWindow) return;
    const message = readFrameMessage(event.data);
    if (!message) return;
    this.stopWaiting();
    this.silent = false;
    if (message.type === 'vh-height') this.height = message.height;
    else if (message.type === 'vh-state') this.wish('vh-state', { state: message.state });
    else {
      // From a frame of another site not every browser scrolls the page around it. What is seen already stays.
      frame.style.scrollMargin = `${-message.top}px 0 ${message.bottom - frame.offsetHeight}px`;
      frame.scrollIntoView({ block: 'nearest' });
    }
  };
}

define('vh-house-frame', VhHouseFrame);

declare global {
  interface HTMLElementTagNameMap {
    'vh-house-frame': VhHouseFrame;
  }
  interface HTMLElementEventMap {
    'vh-state': CustomEvent<{ state: FrameState }>;
  }
}
