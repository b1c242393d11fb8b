import { initialState, Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { moveDates, readOccurrence, readReservation, type Reach } from '../../api/changes.js';
import { readDay, type DayOfRooms } from '../../api/contact-points.js';
import { type ApiProblem, asProblem, CHANGED_MEANWHILE, clashesOf } from '../../api/problem.js';
import type { Alternative, ContactPoint, Occurrence, Reservation, Rules } from '../../api/shapes.js';
import { isChoosable } from '../../parts/choosable-days.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { whoHears } from '../../parts/invitees/who-hears.js';
import { loaded } from '../../parts/loaded.js';
import { CLASHES_TITLE, placeAfter, placeOf } from '../../parts/settling/dated-rows.js';
import { decisionsOf, keyOf, type Choice } from '../../parts/settling/settling.js';
import { changeOf } from '../../parts/settling/ways-out.js';
import { changesOf, hasMoved, isUnchanged, targetOf, type Target } from './move-draft.js';
import { nextMove, startOfMove, type MoveEvent, type MoveState } from './move-flow.js';
import { doneStep, formStep, settleStep, wishedDayOf, type MoveWishes } from './move-steps.js';

/**
 * Moves one date to another time or room, or the dates of a series with it.
 *
 * @event vh-date-changed - a date was moved; no detail
 * @event vh-further - the clashes of a series are shown, or the form again; detail `{ isFurther }`
 * @event vh-back - back to the dates; no detail
 */
export class VhMove extends LightElement {
  @property({ attribute: false }) contactPoint: ContactPoint | undefined;
  @property({ attribute: false }) occurrence: Occurrence | undefined;
  /** As told with `vh-further`; the parent takes it back when the person wants to go back to the form. */
  @property({ attribute: false }) isFurther = false;

  @state() private flow: MoveState | undefined;

  /** The series of a date as it stood when that was first to move. */
  private series: { of: Occurrence; dates: Occurrence[] } | undefined;

  private readonly day = new Task(this, {
    task: ([contactPoint, date = '', before], { signal }): Promise<DayOfRooms> | typeof initialState =>
      contactPoint && isChoosable(date, contactPoint.rules, before)
        ? readDay({ house: '', slug: contactPoint.slug }, date, signal)
        : initialState,
    args: () => [this.contactPoint, this.flow?.draft.date, this.flow?.occurrence.date] as const,
  });

  /** All its dates, to say which of them differ. Whoever cannot be told moves them all the same. */
  private readonly dates = new Task(this, {
    task: ([occurrence]): Promise<Reservation> | typeof initialState =>
      occurrence ? readReservation(occurrence.reservationId) : initialState,
    args: () => [this.flow?.scope === 'one' ? undefined : this.flow?.occurrence] as const,
  });

  private readonly wishes: MoveWishes = {
    change: (draft) => this.go({ type: 'changed', draft }),
    chooseScope: (scope) => this.go({ type: 'scoped', scope }),
    take: (alternative) => void this.take(alternative),
    submit: (event) => void this.submit(event),
    choose: (choices) => void this.choose(choices),
    takeBack: (key) => void this.takeBack(key),
    toOpen: () => void this.focusOn(CLASHES_TITLE),
    back: () => void this.back(),
    leave: () => this.wish('vh-back'),
  };

  override willUpdate(): void {
    if (this.occurrence) this.flow ??= startOfMove(this.occurrence);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('isFurther') && !this.isFurther && this.flow?.step === 'settle') void this.back();
  }

  override render(): unknown {
    const rules = this.contactPoint?.rules;
    if (!this.flow || !rules) return nothing;
    if (this.flow.done) return doneStep(this.flow.done, this.wishes);
    return this.form(this.flow, rules);
  }

  private form(state: MoveState, rules: Rules): TemplateResult {
    const form = { state, rules, day: this.day.value, series: this.dates.value?.occurrences ?? [] };
    if (state.step === 'settle') return settleStep(form, this.wishes);
    return html`${formStep(form, this.wishes)} ${loaded(this.day, () => wishedDayOf(form))}`;
  }

  private async submit(event?: Event): Promise<void> {
    event?.preventDefault();
    if (!this.flow || this.flow.busy) return;
    if (!isUnchanged(this.flow.draft, this.flow.occurrence)) return this.send();
    this.go({ type: 'unchanged' });
    await this.focusOn('[role=alert]');
  }

  private async take(alternative: Alternative): Promise<void> {
    this.go({ type: 'changed', draft: changeOf(alternative) });
    await this.submit();
  }

  private async send(): Promise<void> {
    const { flow } = this;
    if (!flow || flow.busy) return;
    this.go({ type: 'sending' });
    try {
      const { occurrence, scope, move } = await this.target(flow);
      const decisions = decisionsOf(flow.settling);
      const wanted = decisions.length > 0 ? { ...move, decisions } : move;
      const reach = { occurrence, scope };
      const [who, moved] = await Promise.all([whoHears(reach), moveDates(reach, wanted)]);
      await this.finish({ type: 'moved', moved, who, asked: flow });
    } catch (caught) {
      await this.refuse(asProblem(caught), flow);
    }
  }

  private async finish(event: Extract<MoveEvent, { type: 'moved' }>): Promise<void> {
    this.go(event);
    this.wish('vh-date-changed');
    await this.focusOn('h1');
  }

  private async target({ occurrence, scope, draft }: MoveState): Promise<Target> {
    const move = changesOf(draft, occurrence);
    const target = targetOf({ occurrence, scope, move }, await this.datesBefore({ occurrence, scope }));
    // The version the person saw counts, not the one just read.
    const { reservationVersion } = occurrence;
    return { ...target, occurrence: { ...target.occurrence, reservationVersion } };
  }

  /** The dates as they stood when this was first sent: asked again, the house may have moved them already. */
  private async datesBefore({ occurrence, scope }: Reach): Promise<Occurrence[]> {
    if (scope === 'one') return [occurrence];
    if (this.series?.of !== occurrence) {
      const { occurrences } = await readReservation(occurrence.reservationId);
      this.series = { of: occurrence, dates: occurrences };
    }
    return this.series.dates;
  }

  private async refuse(problem: ApiProblem, asked: MoveState): Promise<void> {
    if (problem.status === CHANGED_MEANWHILE) return this.reload(asked);
    const { scope, occurrence } = asked;
    const isOfSeveral = scope !== 'one' && clashesOf(problem).length > 0;
    const roomsNow = isOfSeveral ? await readRoomsNow(occurrence) : undefined;
    this.go({ type: 'refused', problem, asked, roomsNow });
    const isNewStep = this.flow?.step !== asked.step;
    await this.focusOn(isNewStep ? 'h1' : '[role=alert]');
  }

  private async reload(asked: MoveState): Promise<void> {
    const { occurrence, scope } = asked;
    try {
      const now = await readOccurrence(occurrence.id);
      const moved = await this.movedAlready(asked, now);
      if (moved) {
        const who = await whoHears({ occurrence: now, scope });
        await this.finish({ type: 'moved', moved, who, asked });
        return;
      }
      this.go(now.state === 'planned' ? { type: 'reloaded', occurrence: now } : { type: 'gone' });
    } catch (caught) {
      this.go({ type: 'refused', problem: asProblem(caught), asked });
    }
    await this.focusOn('[role=alert]');
  }

  /** Whoever presses again after an answer that was lost has no colleague to blame, and nothing left to move. */
  private async movedAlready(
    { occurrence, scope, draft, settling }: MoveState,
    now: Occurrence,
  ): Promise<Occurrence | Reservation | undefined> {
    const series = scope === 'one' ? undefined : await readReservation(occurrence.reservationId);
    const move = { ...changesOf(draft, occurrence), decisions: decisionsOf(settling) };
    const before = await this.datesBefore({ occurrence, scope });
    const dates = { before, now: series?.occurrences ?? [now] };
    return hasMoved({ occurrence, scope, move }, dates) ? (series ?? now) : undefined;
  }

  private async choose(choices: Choice[]): Promise<void> {
    this.go({ type: 'chose', choices });
    await this.focusOn(placeAfter(choices));
  }

  private async takeBack(key: string): Promise<void> {
    this.go({ type: 'tookBack', key });
    await this.focusOn(placeOf(key));
  }

  private async back(): Promise<void> {
    this.go({ type: 'back' });
    await this.focusOn('h1');
  }

  private go(event: MoveEvent): void {
    if (!this.flow) return;
    const before = this.flow.step;
    this.flow = nextMove(this.flow, event);
    if (this.flow.step !== before) this.wish('vh-further', { isFurther: this.flow.step === 'settle' });
  }
}

/** Which way out leaves a date where it is; it can be settled without knowing that. */
async function readRoomsNow({ reservationId }: Occurrence): Promise<MoveState['roomsNow'] | undefined> {
  const series = await readReservation(reservationId).catch(() => undefined);
  return series && Object.fromEntries(series.occurrences.map((each) => [keyOf(each), each.room.id]));
}

define('vh-move', VhMove);

declare global {
  interface HTMLElementTagNameMap {
    'vh-move': VhMove;
  }
}
