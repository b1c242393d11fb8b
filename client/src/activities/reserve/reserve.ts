import { Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readDay, type DayOfRooms } from '../../api/contact-points.js';
import { asProblem } from '../../api/problem.js';
import { reserve } from '../../api/reservations.js';
import type { Alternative, ContactPoint } from '../../api/shapes.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { addDays, today } from '../../parts/local-time.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { steps } from '../../parts/steps.js';
import { houseWords } from '../../words/words.js';
import { doneStep, whoStep, type DoneWishes } from './booked-steps.js';
import { clashNotice } from './clash-notice.js';
import {
  draftOf,
  nextReserve,
  startOfReserve,
  wishOf,
  type ReserveEvent,
  type ReserveState,
  type WhenStep,
} from './reserve-flow.js';
import { whenFields } from './when-form.js';
import { wishedDay, wishInWords } from './wished-day.js';

const words = houseWords.reserve;

/**
 * Reserves a room in three steps.
 *
 * @event vh-reserved - a room was reserved; no detail
 * @event vh-back - back to the dates; no detail
 */
export class VhReserve extends LightElement {
  @property({ attribute: false }) contactPoint: ContactPoint | undefined;
  @property({ attribute: false }) groupId = '';

  @state() private flow: ReserveState | undefined;

  private readonly day = new Task(this, {
    task: ([slug, date], { signal }): Promise<DayOfRooms> | DayOfRooms =>
      slug && date ? readDay({ house: '', slug }, date, signal) : { date, rooms: [] },
    args: () => [this.contactPoint?.slug ?? '', this.chosenDate] as const,
  });

  private readonly done: DoneWishes = {
    toDates: () => {
      this.wish('vh-back');
    },
    another: () => void this.startAgain(),
  };

  private get chosenDate(): string {
    return this.flow?.step === 'when' ? this.flow.draft.date : '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contactPoint')) this.flow ??= this.start();
  }

  override render(): TemplateResult {
    const names = [words.steps.when, words.steps.who, words.steps.done];
    const current = ['when', 'who', 'done'].indexOf(this.flow?.step ?? 'when');
    return html`${steps({ label: words.stepsLabel, names, current })} ${this.step()}`;
  }

  private step(): unknown {
    if (!this.flow) return nothing;
    if (this.flow.step === 'when') return this.whenStep(this.flow);
    if (this.flow.step === 'done') return doneStep(this.flow, this.done);
    return html`<div @vh-invited=${this.invited}>${whoStep(this.flow, () => void this.nobody())}</div>`;
  }

  private whenStep(flow: WhenStep): unknown {
    const rules = this.contactPoint?.rules;
    if (!rules) return nothing;
    const { busy, draft } = flow;
    const day = this.day.value;
    const wished = day?.date && draft.date ? { day, wish: draft, roomId: draft.roomId, rules } : undefined;
    return html`<h1 tabindex="-1">${words.whenTitle}</h1>
      <form class="card" @submit=${this.submit}>
        ${this.notice(flow)}
        ${whenFields({
          state: flow,
          rules,
          day,
          change: (changed) => {
            this.go({ type: 'changed', draft: changed });
          },
        })}
        <p role="status" class="wish">${wished ? wishInWords(wished) : nothing}</p>
        <div class="buttons">
          <button class="big-button" ?disabled=${busy}>${words.submit}</button>
          <button type="button" @click=${this.done.toDates}>${words.cancel}</button>
        </div>
      </form>
      ${loaded(this.day, () => (wished ? wishedDay(wished) : nothing))}`;
  }

  private notice(flow: WhenStep): unknown {
    if (flow.clashes.length > 0)
      return clashNotice(flow.clashes, (alternative) => void this.take(alternative));
    return flow.problem ? problemNotice(flow.problem) : nothing;
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    await this.send();
  };

  private async take(alternative: Alternative): Promise<void> {
    this.go({ type: 'changed', draft: draftOf(alternative) });
    await this.send();
  }

  private async send(): Promise<void> {
    if (this.flow?.step !== 'when' || this.flow.busy) return;
    const wish = wishOf(this.flow.draft);
    this.go({ type: 'sending' });
    try {
      this.go({ type: 'reserved', reservation: await reserve(this.groupId, wish) });
      this.wish('vh-reserved');
      await this.focusOn('h1');
    } catch (caught) {
      this.go({ type: 'refused', problem: asProblem(caught) });
      // Somebody else was quicker: the picture of the day is out of date.
      void this.day.run();
      await this.focusOn('[role=alert]');
    }
  }

  private readonly invited = async (event: CustomEvent<{ count: number }>): Promise<void> => {
    this.go({ type: 'invited', count: event.detail.count });
    await this.focusOn('h1');
  };

  private async nobody(): Promise<void> {
    this.go({ type: 'nobody' });
    await this.focusOn('h1');
  }

  private async startAgain(): Promise<void> {
    this.flow = this.start();
    await this.focusOn('h1');
  }

  private start(): ReserveState | undefined {
    return this.contactPoint && startOfReserve(addDays(today(), 1), this.contactPoint.rules);
  }

  private go(event: ReserveEvent): void {
    if (this.flow) this.flow = nextReserve(this.flow, event);
  }
}

define('vh-reserve', VhReserve);

declare global {
  interface HTMLElementTagNameMap {
    'vh-reserve': VhReserve;
  }
  interface HTMLElementEventMap {
    'vh-reserved': CustomEvent;
  }
}
