import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asProblem, badAddressesOf, type ApiProblem } from '../../api/problem.js';
import { invite } from '../../api/reservations.js';
import { houseWords } from '../../words/words.js';
import { define } from '../define.js';
import { labelled } from '../field.js';
import { LightElement } from '../light-element.js';
import { problemNotice } from '../problem-notice.js';
import { MOST_INVITEES, splitAddresses } from './split-addresses.js';

const words = houseWords.invite;

/**
 * Addresses to invite to one date. Whatever the house refuses, the typed text stays untouched.
 *
 * @event vh-invited - the house has taken the addresses; detail `{ count }`
 */
export class VhInviteeForm extends LightElement {
  @property({ attribute: false }) occurrenceId = '';

  @state() private text = '';
  @state() private busy = false;
  @state() private problem: ApiProblem | string | undefined;

  override render(): TemplateResult {
    const count = splitAddresses(this.text).length;
    return html`<form @submit=${this.send}>
      ${this.problem ? this.notice(this.problem) : nothing}
      ${labelled(
        { id: 'invite-addresses', label: words.addresses, hint: words.addressesHint },
        html`<textarea
          id="invite-addresses"
          name="invite-addresses"
          rows="6"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-describedby="invite-addresses-hint"
          .value=${this.text}
          @input=${this.typed}
        ></textarea>`,
      )}
      <p role="status" class="hint">${count > 0 ? words.count(count) : nothing}</p>
      <button class="big-button" ?disabled=${this.busy}>${words.send}</button>
    </form>`;
  }

  private notice(problem: ApiProblem | string): TemplateResult {
    const bad = typeof problem === 'string' ? [] : badAddressesOf(problem);
    if (bad.length === 0) return problemNotice(problem);
    return html`<div class="error" role="alert" tabindex="-1">
      <p>${words.badTitle}</p>
      <ul>
        ${bad.map(({ email, reason }) => html`<li><strong>${email}</strong>: ${reason}</li>`)}
      </ul>
    </div>`;
  }

  private readonly typed = (event: InputEvent): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
  };

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const invitees = splitAddresses(this.text);
    if (this.busy) return;
    if (invitees.length === 0) return this.refuse(words.empty);
    if (invitees.length > MOST_INVITEES) return this.refuse(words.tooMany(MOST_INVITEES));
    this.busy = true;
    try {
      await invite(this.occurrenceId, invitees);
      this.text = '';
      this.problem = undefined;
      this.wish('vh-invited', { count: invitees.length });
    } catch (caught) {
      await this.refuse(asProblem(caught));
    } finally {
      this.busy = false;
    }
  };

  private async refuse(problem: ApiProblem | string): Promise<void> {
    this.problem = problem;
    await this.focusOn('[role=alert]');
  }
}

define('vh-invitee-form', VhInviteeForm);

declare global {
  interface HTMLElementTagNameMap {
    'vh-invitee-form': VhInviteeForm;
  }
  interface HTMLElementEventMap {
    'vh-invited': CustomEvent<{ count: number }>;
  }
}
