import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { grantAccess } from '../../api/desk.js';
import { asProblem, refusedFieldOf } from '../../api/problem.js';
import { announcement } from '../../parts/announcement.js';
import { dayInWords, listInWords } from '../../parts/date-words.js';
import { define } from '../../parts/define.js';
import { textField } from '../../parts/field.js';
import { LightElement } from '../../parts/light-element.js';
import { today } from '../../parts/local-time.js';
import { problemInForm } from '../../parts/problem-notice.js';
import { deskWords } from '../../words/words.js';
import {
  grantOf,
  isTaken,
  nextGrant,
  startOfGrant,
  type Granted,
  type GrantEvent,
  type GrantState,
} from './grant-flow.js';
import { peopleRows, rowLabel } from './people-rows.js';

const words = deskWords.grant;

const LABELS: Record<string, string | undefined> = {
  label: words.label,
  accessFrom: words.from,
  accessUntil: words.until,
  representatives: words.representatives,
};

function grantedInWords({ label, people, from, known }: Granted): string {
  const isAhead = from && from > today();
  const granted = isAhead ? words.grantedFrom(label, dayInWords(from)) : words.granted(label);
  const said = words.done(granted, people);
  return known.length > 0 ? `${said} ${words.knownAs(listInWords(known))}` : said;
}

/**
 * Grants a group access to the house.
 *
 * @event vh-granted - a group was granted access; no detail
 */
export class VhGrant extends LightElement {
  /** Of the groups that the contact point has already. */
  @property({ attribute: false }) labels: readonly string[] = [];

  @state() private flow: GrantState = startOfGrant;

  override render(): TemplateResult {
    const { form, busy, granted } = this.flow;
    return html`<section class="card" aria-labelledby="grant-title">
      <h2 id="grant-title">${words.title}</h2>
      ${announcement(granted && grantedInWords(granted))}
      <form @submit=${this.send}>
        ${this.refusal()}
        ${textField({
          id: 'grant-label',
          label: words.label,
          hint: words.labelHint,
          value: form.label,
          isRefused: this.isRefused('label'),
          autocomplete: 'off',
          onInput: (label) => this.go({ type: 'typed', form: { label } }),
        })}
        <p role="status">${isTaken(form.label, this.labels) ? words.sameLabel : nothing}</p>
        ${peopleRows(this.flow, (event) => this.go(event))} ${this.period()}
        <button class="big-button" ?disabled=${busy}>${words.submit}</button>
      </form>
    </section>`;
  }

  private period(): TemplateResult {
    const { from, until } = this.flow.form;
    return html`<fieldset class="row">
      <legend>${words.period}</legend>
      ${textField({
        id: 'grant-from',
        label: words.from,
        type: 'date',
        optional: true,
        value: from,
        isRefused: this.isRefused('accessFrom'),
        onInput: (typed) => this.go({ type: 'typed', form: { from: typed } }),
      })}
      ${textField({
        id: 'grant-until',
        label: words.until,
        type: 'date',
        optional: true,
        value: until,
        isRefused: this.isRefused('accessUntil'),
        onInput: (typed) => this.go({ type: 'typed', form: { until: typed } }),
      })}
    </fieldset>`;
  }

  private refusal(): unknown {
    const { form, problem } = this.flow;
    const labelOf = (field: string): string | undefined => LABELS[field] ?? rowLabel(form, field);
    const toField = (): void => void this.focusOn('[aria-invalid=true]');
    return problem ? problemInForm(problem, { labelOf, toField }) : nothing;
  }

  private isRefused(field: string): boolean {
    return refusedFieldOf(this.flow.problem)?.field === field;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.flow.busy) return;
    this.go({ type: 'sending' });
    try {
      this.go({ type: 'granted', group: await grantAccess(grantOf(this.flow.form)) });
      this.wish('vh-granted');
      await this.focusOn('.announcement');
    } catch (caught) {
      this.go({ type: 'refused', problem: asProblem(caught) });
      await this.focusOn('[role=alert]');
    }
  };

  private go(event: GrantEvent): void {
    const before = this.flow.form.people.length;
    this.flow = nextGrant(this.flow, event);
    const { length } = this.flow.form.people;
    if (event.type === 'personAdded') void this.focusOn(`#grant-name-${String(length - 1)}`);
    if (event.type === 'personRemoved' && length < before) void this.focusOn('.people > button');
  }
}

define('vh-grant', VhGrant);

declare global {
  interface HTMLElementTagNameMap {
    'vh-grant': VhGrant;
  }
  interface HTMLElementEventMap {
    'vh-granted': CustomEvent;
  }
}
