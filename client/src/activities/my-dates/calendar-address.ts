import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  endCalendarAddress,
  readCalendarAddress,
  renewCalendarAddress,
  type CalendarAddress,
} from '../../api/calendar.js';
import { asProblem, unlessDone } from '../../api/problem.js';
import { announcement } from '../../parts/announcement.js';
import { copied } from '../../parts/copied.js';
import { define } from '../../parts/define.js';
import { labelled } from '../../parts/field.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { houseWords } from '../../words/words.js';
import {
  nextCalendar,
  quiet,
  type CalendarDone,
  type CalendarEvent,
  type CalendarQuestion,
  type CalendarState,
} from './calendar-flow.js';

const words = houseWords.calendar;
const FIELD = { id: 'calendar-address', label: words.address, hint: words.addressHint };

/** The address under which the own calendar finds the dates of the group. */
export class VhCalendarAddress extends LightElement {
  @property({ attribute: false }) groupId = '';
  /** Counted up by the parent when somebody came in. */
  @property({ attribute: false }) round = 0;

  @state() private flow: CalendarState = quiet;

  private readonly address = new Task(this, {
    task: ([groupId], { signal }) => readCalendarAddress(groupId, signal),
    args: () => [this.groupId, this.round] as const,
  });

  override render(): TemplateResult {
    const { done, problem } = this.flow;
    return html`<section class="card" aria-labelledby="calendar-title">
      <h2 id="calendar-title">${words.title}</h2>
      <p>${words.why}</p>
      <p>${words.careful}</p>
      ${announcement(done && words[done])}
      ${loaded(
        this.address,
        ({ url }) =>
          html`${problem ? problemNotice(problem) : nothing} ${url ? this.existing(url) : this.none()}`,
      )}
    </section>`;
  }

  private none(): TemplateResult {
    return this.button(words.make, () => void this.run('made', () => renewCalendarAddress(this.groupId)));
  }

  private existing(url: string): TemplateResult {
    const field = html`<input
      id=${FIELD.id}
      type="text"
      readonly
      .value=${url}
      aria-describedby="${FIELD.id}-hint"
      @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
    />`;
    return html`${labelled(FIELD, field)} ${this.button(words.copy, () => void this.copy(url))}
    ${this.flow.asked ? this.question(this.flow.asked) : this.changes()}`;
  }

  private changes(): TemplateResult {
    return html`<p class="means">${words.renewMeans}</p>
      ${this.button(words.renew, () => void this.ask('renew'), 'ask-renew')}
      <p class="means">${words.endMeans}</p>
      ${this.button(words.end, () => void this.ask('end'), 'ask-end')}`;
  }

  private question(about: CalendarQuestion): TemplateResult {
    const { really, means, yes, no, act } = this.questions[about];
    return html`<div class="warning question" role="group" aria-labelledby="calendar-question">
      <p id="calendar-question" tabindex="-1"><strong>${really}</strong></p>
      <p>${means}</p>
      <div class="buttons">${this.button(yes, act, 'danger')} ${this.button(no, () => void this.keep(about))}</div>
    </div>`;
  }

  private readonly questions = {
    renew: {
      really: words.reallyRenew,
      means: words.renewing,
      yes: words.yesRenew,
      no: words.noRenew,
      act: () => void this.run('renewed', () => renewCalendarAddress(this.groupId)),
    },
    end: {
      really: words.reallyEnd,
      means: words.ending,
      yes: words.yesEnd,
      no: words.noEnd,
      act: () => void this.run('ended', () => endCalendarAddress(this.groupId)),
    },
  };

  private button(label: string, press: () => void, kind = ''): TemplateResult {
    return html`<button type="button" class=${kind} ?disabled=${this.flow.busy} @click=${press}>${label}</button>`;
  }

  private async ask(about: CalendarQuestion): Promise<void> {
    this.go({ type: 'asked', about });
    await this.focusOn('#calendar-question');
  }

  private async keep(about: CalendarQuestion): Promise<void> {
    this.go({ type: 'kept' });
    await this.focusOn(`.ask-${about}`);
  }

  private async copy(url: string): Promise<void> {
    // The same sentence is spoken again only if it was gone.
    this.go({ type: 'kept' });
    const isCopied = await copied(url);
    this.go({ type: 'done', done: isCopied ? 'copied' : 'marked' });
    if (!isCopied) await this.focusOn(`#${FIELD.id}`);
  }

  private async run(done: CalendarDone, work: () => Promise<unknown>): Promise<void> {
    if (this.flow.busy) return;
    const before = this.address.value?.url;
    this.go({ type: 'sending' });
    try {
      await work().catch(unlessDone(() => this.changedTo(done, before)));
      await this.address.run();
      this.go({ type: 'done', done });
      await this.focusOn('.announcement');
    } catch (caught) {
      this.go({ type: 'refused', problem: asProblem(caught) });
      await this.focusOn('[role=alert]');
    }
  }

  /** The address as it is by now, if it was made or ended; what is not known to hold is not shown. */
  private async changedTo(
    done: CalendarDone,
    before: CalendarAddress['url'],
  ): Promise<CalendarAddress | undefined> {
    await this.address.run();
    const { value } = this.address;
    if (!value || value.url === before) return undefined;
    return (done === 'ended') === !value.url ? value : undefined;
  }

  private go(event: CalendarEvent): void {
    this.flow = nextCalendar(this.flow, event);
  }
}

define('vh-calendar-address', VhCalendarAddress);

declare global {
  interface HTMLElementTagNameMap {
    'vh-calendar-address': VhCalendarAddress;
  }
}
