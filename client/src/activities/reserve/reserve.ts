import { initialState, Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readDay, type DayOfRooms } from '../../api/contact-points.js';
import { asProblem } from '../../api/problem.js';
import { preview, reserve } from '../../api/reservations.js';
import type { Alternative, ContactPoint, Preview, Wish } from '../../api/shapes.js';
import { isChoosable } from '../../parts/choosable-days.js';
import { define } from '../../parts/define.js';
import { placeOfNotice } from '../../parts/invitees/invited-notice.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { addDays, today } from '../../parts/local-time.js';
import { CLASHES_TITLE, placeAfter, placeOf } from '../../parts/settling/dated-rows.js';
import type { Choice } from '../../parts/settling/settling.js';
import { changeOf } from '../../parts/settling/ways-out.js';
import { steps } from '../../parts/steps.js';
import { houseWords } from '../../words/words.js';
import { doneStep, whoStep, type DoneWishes, type WhoWishes } from './booked-steps.js';
import { lacksWeekday, wishOf, type Draft } from './draft.js';
import { WEEKDAYS } from './repeat-form.js';
import {
  mayAsk,
  nextReserve,
  startOfReserve,
  type Asking,
  type ReserveEvent,
  type ReserveState,
  type WhenStep,
} from './reserve-flow.js';
import { reviewStep, type ReviewWishes } from './review-step.js';
import { wishedDayOf, whenStep, type WhenWishes } from './when-step.js';

const words = houseWords.reserve;

/**
 * Reserves a room in three steps, once or regularly.
 *
 * @event vh-reserved - a room was reserved; no detail
 * @event vh-further - the dates of a series are shown, or the form again; detail `{ isFurther }`
 * @event vh-begun-anew - the form for one more reservation is shown; no detail
 * @event vh-back - back to the dates; no detail
 */
export class VhReserve extends LightElement {
  @property({ attribute: false }) contactPoint: ContactPoint | undefined;
  @property({ attribute: false }) groupId = '';
  /** As told with `vh-further`; the parent takes it back when the person wants to go back to the form. */
  @property({ attribute: false }) isFurther = false;

  @state() private flow: ReserveState | undefined;

  private readonly day = new Task(this, {
    task: ([contactPoint, date], { signal }): Promise<DayOfRooms> | typeof initialState =>
      contactPoint && isChoosable(date, contactPoint.rules)
        ? readDay({ house: '', slug: contactPoint.slug }, date, signal)
        : initialState,
    args: () => [this.contactPoint, this.chosenDate] as const,
  });

  /** Only the answer to the last look counts. */
  private looks = 0;

  private readonly done: DoneWishes = {
    toDates: () => this.wish('vh-back'),
    another: () => void this.startAgain(),
  };

  private readonly when: WhenWishes = {
    change: (draft) => this.go({ type: 'changed', draft }),
    submit: (event) => void this.submit(event),
    take: (alternative) => void this.take(alternative),
    leave: this.done.toDates,
  };

  private readonly review: ReviewWishes = {
    choose: (choices) => void this.choose(choices),
    takeBack: (key) => void this.takeBack(key),
    reserve: () => void this.send(),
    toOpen: () => void this.focusOn(CLASHES_TITLE),
    back: () => void this.back(),
  };

  private readonly who: WhoWishes = {
    invited: (detail) => void this.invited(detail),
    typed: (count) => this.go({ type: 'typed', count }),
    sending: (detail) => this.go({ type: 'inviting', ...detail }),
    nobody: () => void this.nobody(),
  };

  private get chosenDate(): string {
    return this.flow?.step === 'when' ? this.flow.draft.date : '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contactPoint')) this.flow ??= this.start();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('isFurther') && !this.isFurther && this.flow?.step === 'review') void this.back();
  }

  override render(): TemplateResult {
    const names = [words.steps.when, words.steps.who, words.steps.done];
    const current = Math.max(0, ['when', 'who', 'done'].indexOf(this.flow?.step ?? 'when'));
    return html`${steps({ label: words.stepsLabel, names, current })} ${this.step()}`;
  }

  private step(): unknown {
    if (!this.flow) return nothing;
    if (this.flow.step === 'when') return this.contactPoint && this.whenStep(this.flow, this.contactPoint);
    if (this.flow.step === 'review') return reviewStep(this.flow, this.review);
    if (this.flow.step === 'done') return doneStep(this.flow, this.done);
    return whoStep(this.flow, this.who);
  }

  private whenStep(state: WhenStep, { rules }: ContactPoint): unknown {
    const view = { state, groupId: this.groupId, rules, day: this.day.value };
    return html`${whenStep(view, this.when)} ${loaded(this.day, () => wishedDayOf(view))}`;
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.flow?.step !== 'when' || this.flow.busy) return;
    if (this.flow.draft.often === 'once') return this.send();
    if (!lacksWeekday(this.flow.draft)) return this.look();
    this.go({ type: 'incomplete' });
    await this.focusOn(`#${WEEKDAYS} input`);
  }

  private async take(alternative: Alternative): Promise<void> {
    this.go({ type: 'changed', draft: changeOf(alternative) });
    await this.send();
  }

  private async choose(choices: Choice[]): Promise<void> {
    this.go({ type: 'chose', choices });
    await this.lookFrom(placeAfter(choices));
  }

  private async takeBack(key: string): Promise<void> {
    this.go({ type: 'tookBack', key });
    await this.lookFrom(placeOf(key));
  }

  private async lookFrom(place: string): Promise<void> {
    await this.focusOn(place);
    await this.look();
  }

  /** Asks what each date of the series would get, with everything chosen so far. */
  private async look(): Promise<void> {
    const sent = this.ask('looking');
    if (!sent) return;
    this.looks += 1;
    const round = this.looks;
    try {
      const found = await preview(this.groupId, sent.wish);
      if (round === this.looks) await this.show(found, sent.asked);
    } catch (caught) {
      if (round === this.looks) await this.refuse(caught, sent.asked);
    }
  }

  private async show(found: Preview, asked: Draft): Promise<void> {
    const before = this.flow?.step;
    const row = this.querySelector('.dated > li:focus-within');
    this.go({ type: 'previewed', preview: found, asked });
    await this.updateComplete;
    if (this.flow?.step !== before) return this.focusOn('h1');
    // A date that is no longer free, or free again, has become another row: the focus goes with it.
    if (row && !this.querySelector(':focus')) await this.focusOn(`#${row.id} button`);
  }

  private async send(): Promise<void> {
    const sent = this.isBusy ? undefined : this.ask('sending');
    if (!sent) return;
    try {
      const reservation = await reserve(this.groupId, sent.wish);
      this.go({ type: 'reserved', reservation, asked: sent.asked });
      this.wish('vh-reserved');
      await this.focusOn('h1');
    } catch (caught) {
      await this.refuse(caught, sent.asked);
      // Somebody else was quicker: the picture of the day is out of date.
      void this.day.run();
    }
  }

  private get isBusy(): boolean {
    return this.flow !== undefined && 'busy' in this.flow && this.flow.busy !== false;
  }

  private ask(type: Asking): { wish: Wish; asked: Draft } | undefined {
    const { flow } = this;
    if (!mayAsk(flow)) return undefined;
    this.go({ type });
    return { wish: wishOf(flow.draft, flow.settling), asked: flow.draft };
  }

  private async refuse(caught: unknown, asked: Draft): Promise<void> {
    this.go({ type: 'refused', problem: asProblem(caught), asked });
    await this.focusOn('[role=alert]');
  }

  private async back(): Promise<void> {
    this.looks += 1;
    this.go({ type: 'back' });
    await this.focusOn('h1');
  }

  private async invited(detail: HTMLElementEventMap['vh-invited']['detail']): Promise<void> {
    this.go({ type: 'invited', ...detail });
    await this.focusOn(this.flow?.step === 'who' ? placeOfNotice(detail) : 'h1');
  }

  private async nobody(): Promise<void> {
    this.go({ type: 'nobody' });
    await this.focusOn(this.flow?.step === 'who' ? '#typed-question' : 'h1');
  }

  private async startAgain(): Promise<void> {
    this.flow = this.start();
    this.wish('vh-begun-anew');
    await this.focusOn('h1');
  }

  private start(): ReserveState | undefined {
    return this.contactPoint && startOfReserve(addDays(today(), 1), this.contactPoint.rules);
  }

  private go(event: ReserveEvent): void {
    if (!this.flow) return;
    const before = this.flow.step;
    this.flow = nextReserve(this.flow, event);
    if (this.flow.step !== before) this.wish('vh-further', { isFurther: this.flow.step === 'review' });
  }
}

define('vh-reserve', VhReserve);

declare global {
  interface HTMLElementTagNameMap {
    'vh-reserve': VhReserve;
  }
  interface HTMLElementEventMap {
    'vh-reserved': CustomEvent;
    'vh-begun-anew': CustomEvent;
    'vh-further': CustomEvent<{ isFurther: boolean }>;
  }
}
