import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asProblem } from '../../api/problem.js';
import { cancelOccurrence, readOccurrences } from '../../api/reservations.js';
import type { GroupChoice, Occurrence } from '../../api/shapes.js';
import { announcement } from '../../parts/announcement.js';
import { periodInWords } from '../../parts/date-words.js';
import { define } from '../../parts/define.js';
import { selectField } from '../../parts/field.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { addMonths, today } from '../../parts/local-time.js';
import { houseWords } from '../../words/words.js';
import { nextCancel, nothingToCancel, type CancelEvent, type CancelState } from './cancel-flow.js';
import { dateCard, type DateWishes } from './date-card.js';

const words = houseWords.dates;

/**
 * The coming dates of a group: enter, invite, cancel, reserve.
 *
 * @event vh-group-chosen - another group; detail `{ groupId }`
 * @event vh-reserve - the person wants a room; no detail
 * @event vh-show-invitees - the invitees of one date; detail `{ occurrence }`
 * @event vh-date-cancelled - a date was cancelled; no detail
 */
export class VhMyDates extends LightElement {
  @property({ attribute: false }) groups: GroupChoice[] = [];
  @property({ attribute: false }) groupId = '';
  @property({ attribute: false }) horizonMonths = 12;

  @state() private cancelling: CancelState = nothingToCancel;

  private readonly dates = new Task(this, {
    task: ([groupId, months], { signal }) =>
      readOccurrences(groupId, { from: today(), to: addMonths(today(), months) }, signal),
    args: () => [this.groupId, this.horizonMonths] as const,
  });

  private readonly wishes: DateWishes = {
    showInvitees: (occurrence) => this.wish('vh-show-invitees', { occurrence }),
    ask: (occurrence) => void this.ask(occurrence),
    keep: (occurrence) => void this.keep(occurrence),
    cancel: (occurrence) => void this.cancel(occurrence),
  };

  override render(): TemplateResult {
    const { cancelled } = this.cancelling;
    const group = this.groups.find(({ id }) => id === this.groupId);
    return html`<h1 tabindex="-1">${words.title}</h1>
      ${this.groups.length > 1 ? this.groupField() : nothing}
      ${announcement(cancelled && words.cancelled(cancelled))}
      ${
        group?.state === 'active'
          ? html`<button type="button" class="big-button" @click=${() => this.wish('vh-reserve')}>
              ${words.reserve}
            </button>`
          : html`<p class="warning">${words.notActive}</p>`
      }
      <h2>${words.upcoming}</h2>
      ${loaded(this.dates, (dates) => this.list(dates))}`;
  }

  private groupField(): TemplateResult {
    return selectField({
      id: 'my-dates-group',
      label: words.group,
      value: this.groupId,
      choices: this.groups.map(({ id, label }) => ({ value: id, label })),
      onInput: (groupId) => {
        this.cancelling = nothingToCancel;
        this.wish('vh-group-chosen', { groupId });
      },
    });
  }

  private list(dates: Occurrence[]): TemplateResult {
    if (dates.length === 0) return html`<p>${words.none}</p>`;
    const { wishes, cancelling } = this;
    return html`<ul class="dates">
      ${dates.map((occurrence) => dateCard({ occurrence, wishes, cancel: cancelling }))}
    </ul>`;
  }

  private async ask(occurrence: Occurrence): Promise<void> {
    this.go({ type: 'asked', id: occurrence.id });
    await this.focusOn(`#question-${CSS.escape(occurrence.id)}`);
  }

  private async keep(occurrence: Occurrence): Promise<void> {
    this.go({ type: 'kept' });
    await this.focusOn(`#date-${CSS.escape(occurrence.id)} .ask-cancel`);
  }

  private async cancel(occurrence: Occurrence): Promise<void> {
    this.go({ type: 'sending' });
    try {
      await cancelOccurrence(occurrence);
      this.go({ type: 'cancelled', inWords: periodInWords(occurrence) });
      this.wish('vh-date-cancelled');
      void this.dates.run();
      await this.focusOn('.announcement');
    } catch (caught) {
      this.go({ type: 'refused', problem: asProblem(caught) });
      // Somebody else may have changed the date (412): the list must show what is true now.
      void this.dates.run();
      await this.focusOn('.question [role=alert]');
    }
  }

  private go(event: CancelEvent): void {
    this.cancelling = nextCancel(this.cancelling, event);
  }
}

define('vh-my-dates', VhMyDates);

declare global {
  interface HTMLElementTagNameMap {
    'vh-my-dates': VhMyDates;
  }
  interface HTMLElementEventMap {
    'vh-group-chosen': CustomEvent<{ groupId: string }>;
    'vh-reserve': CustomEvent;
    'vh-show-invitees': CustomEvent<{ occurrence: Occurrence }>;
    'vh-date-cancelled': CustomEvent;
  }
}
