import { Task } from '@lit/task';
import { html, LitElement, nothing, unsafeCSS, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readContactPoint, readDay } from '../api/contact-points.js';
import type { ContactPoint } from '../api/shapes.js';
import { swallowBlindPresses } from '../parts/blind-press.js';
import { isChoosable, lastDay } from '../parts/choosable-days.js';
import { dayInWords } from '../parts/date-words.js';
import { dayPlan } from '../parts/day-plan.js';
import { define } from '../parts/define.js';
import { textField } from '../parts/field.js';
import { loaded } from '../parts/loaded.js';
import { addDays, today } from '../parts/local-time.js';
import { shellWords as words, commonWords } from '../words/words.js';
import './house-frame.js';
import { originOf, originOfScript } from './house-origin.js';
import { pageStaysLight } from './page-colours.js';
import shellStyles from './shell.css?inline';

const scriptOrigin = originOfScript();

/** Whoever comes to the device later than this must not find somebody signed in. */
const FOLDED_MS = 15 * 60_000;

/**
 * The Virtuelles Haus on a contact point's own web site: free and taken times without names, and the door to
 * sign-in and reservation, which open in a frame of the house. A link inside the element is shown where scripts
 * do not run or the house cannot be reached.
 *
 * @attr contact-point - slug of the contact point, for example `dortmund`
 * @attr house - origin of the house; by default the one the script came from
 * @attr theme - `light`, or `auto` to follow the device; by default dark only on pages whose CSS `color-scheme` allows it
 *
 * @event vh-opened - the frame was opened; no detail
 * @event vh-closed - the frame was folded away, with everything in it; no detail
 * @event vh-state - detail `{ state: 'signed-out' | 'signed-in' | 'changed' }`; never a name or an address
 *
 * @slot - a plain link to the house, for pages without scripts
 *
 * @csspart title, day, day-plan, room, bar, open-button, own-window, frame-area
 *
 * @cssprop --vh-accent, --vh-accent-text - colour of buttons and links, and of the text on them
 * @cssprop --vh-surface, --vh-ground, --vh-text, --vh-text-soft, --vh-line - background, text, hints, lines
 * @cssprop --vh-taken, --vh-free - colours of the bars
 * @cssprop --vh-font-family, --vh-font-size, --vh-radius
 */
export class VirtuellesHaus extends LitElement {
  static override styles: CSSResultGroup = unsafeCSS(shellStyles);

  @property({ attribute: 'contact-point' }) slug = '';
  @property() house = '';
  @property() theme: 'light' | 'auto' | '' = '';

  @state() private date = today();
  /** What stands in the field of the day: none while it is typed. */
  @state() private typed = this.date;
  @state() private open = false;
  /** The frame is there, open or folded away. */
  @state() private begun = false;
  @state() private signedIn = false;

  private forgetting: ReturnType<typeof setTimeout> | undefined;

  private readonly contactPoint = new Task(this, {
    task: ([house, slug], { signal }) => readContactPoint({ house, slug }, signal),
    args: () => [this.origin, this.slug] as const,
  });

  private readonly day = new Task(this, {
    task: ([house, slug, date], { signal }) => readDay({ house, slug }, date, signal),
    args: () => [this.origin, this.slug, this.date] as const,
  });

  private get origin(): string {
    return originOf(this.house) || scriptOrigin;
  }

  private get light(): boolean {
    return this.theme === 'light' || (this.theme !== 'auto' && pageStaysLight(this));
  }

  override willUpdate(): void {
    this.toggleAttribute('data-light', this.light);
  }

  /** Only in here: the page around us is not ours. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) swallowBlindPresses(root);
    return root;
  }

  override render(): unknown {
    if (!this.origin || !this.slug)
      return html`<p>${words.misplaced}</p>
        <slot></slot>`;
    return html`<section class="shell" lang="de" aria-labelledby="title">
      ${loaded(this.contactPoint, (contactPoint) => this.content(contactPoint), this.loadAgain)}
      ${this.contactPoint.error ? html`<slot></slot>` : nothing}
    </section>`;
  }

  private content(contactPoint: ContactPoint): TemplateResult {
    return html`<h2 id="title" part="title">${commonWords.house}<span>${contactPoint.name}</span></h2>
      ${this.open ? nothing : html`${this.doorButtons()} ${this.freeTimes(contactPoint)}`}
      ${this.begun ? this.frame() : nothing}`;
  }

  private freeTimes(contactPoint: ContactPoint): TemplateResult {
    const { rules } = contactPoint;
    return html`<h3>${words.rooms}</h3>
      <p class="hint">${words.opening(rules.opensAt, rules.closesAt)}</p>
      ${this.dayChoice(contactPoint)}
      ${
        isChoosable(this.date, rules)
          ? loaded(this.day, (day) => chosenDay(dayInWords(day.date), dayPlan({ day, rules })))
          : chosenDay(words.notChoosable(dayInWords(lastDay(rules))))
      }`;
  }

  private doorButtons(): TemplateResult {
    return html`<div class="buttons">
        <button type="button" class="big-button" part="open-button" @click=${this.openFrame}>
          ${this.begun ? words.unfold : words.open}
        </button>
        ${this.ownWindow()}
      </div>
      ${this.signedIn ? html`<p class="hint still-in">${words.stillSignedIn}</p>` : nothing}`;
  }

  private ownWindow(): TemplateResult {
    const address = `${this.origin}/haus/${encodeURIComponent(this.slug)}`;
    return html`<a class="own-window" part="own-window" href=${address} target="_blank" rel="noopener"
      >${words.ownWindow}<span class="visually-hidden"> (${commonWords.newWindow})</span></a
    >`;
  }

  private frame(): TemplateResult {
    return html`<div class="frame-area" part="frame-area" ?hidden=${!this.open}>
      <div class="buttons">
        <button type="button" @click=${this.foldFrame}>${words.fold}</button>
        ${this.ownWindow()}
      </div>
      <vh-house-frame
        .house=${this.origin}
        .slug=${this.slug}
        .light=${this.light}
        @vh-state=${this.stateTold}
      ></vh-house-frame>
    </div>`;
  }

  private dayChoice({ rules }: ContactPoint): TemplateResult {
    const last = lastDay(rules);
    const move = (days: number) => (): void => this.choose(addDays(this.date, days));
    return html`<div class="day-choice" part="day">
      ${textField({
        id: 'day',
        label: words.day,
        type: 'date',
        value: this.typed,
        min: today(),
        max: last,
        onInput: (typed) => this.choose(typed),
      })}
      <button type="button" ?disabled=${this.date <= today()} @click=${move(-1)}>${words.previousDay}</button>
      <button type="button" ?disabled=${this.date >= last} @click=${move(1)}>${words.nextDay}</button>
    </div>`;
  }

  private choose(typed: string): void {
    this.typed = typed;
    this.date = typed || this.date;
  }

  private readonly loadAgain = (): void => {
    void this.contactPoint.run();
    void this.day.run();
  };

  private readonly openFrame = async (): Promise<void> => {
    clearTimeout(this.forgetting);
    this.open = this.begun = true;
    this.tell('vh-opened');
    await this.updateComplete;
    await this.renderRoot.querySelector('vh-house-frame')?.enter();
  };

  private readonly foldFrame = async (): Promise<void> => {
    this.open = false;
    this.forgetting = setTimeout(this.forgetFrame, FOLDED_MS);
    this.tell('vh-closed');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.big-button')?.focus();
  };

  /** The frame alone knows who is signed in, and goes with it. */
  private readonly forgetFrame = (): void => {
    this.begun = this.signedIn = false;
  };

  private readonly stateTold = ({ detail: { state } }: HTMLElementEventMap['vh-state']): void => {
    if (state === 'changed') void this.day.run();
    else this.signedIn = state === 'signed-in';
  };

  private tell(type: 'vh-opened' | 'vh-closed'): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true }));
  }
}

const chosenDay = (said: string, plan?: TemplateResult): TemplateResult =>
  html`<p class="chosen-day" role="status">${said}</p>
    ${plan}`;

define('virtuelles-haus', VirtuellesHaus);

declare global {
  interface HTMLElementTagNameMap {
    'virtuelles-haus': VirtuellesHaus;
  }
  interface HTMLElementEventMap {
    'vh-opened': CustomEvent;
    'vh-closed': CustomEvent;
  }
}
