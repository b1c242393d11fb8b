import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Occurrence } from '../../api/shapes.js';
import { periodInWords } from '../../parts/date-words.js';
import { define } from '../../parts/define.js';
import { invitedInWords } from '../../parts/invitees/invited-in-words.js';
import { invitedNotice, placeOfNotice } from '../../parts/invitees/invited-notice.js';
import '../../parts/invitees/invitee-form.js';
import '../../parts/invitees/invitee-list.js';
import { typedQuestion } from '../../parts/invitees/typed-question.js';
import { LightElement } from '../../parts/light-element.js';
import { houseWords } from '../../words/words.js';

import './group-link.js';
import './sheets.js';

const words = houseWords.invite;

/**
 * Who is invited to one date and its series, room for more, and the ways for those without e-mail.
 *
 * @event vh-back - back to the dates; no detail
 */
export class VhInvitees extends LightElement {
  @property({ attribute: false }) occurrence: Occurrence | undefined;
  /** Whether the group may use the house; else nobody is invited, and what was typed waits out of sight. */
  @property({ attribute: false }) isActive = true;

  @state() private round = 0;
  @state() private justInvited: HTMLElementEventMap['vh-invited']['detail'] | undefined;
  /** How many addresses stand in the form. */
  @state() private typed = 0;
  @state() private sending = false;
  /** The way back was wished for although addresses stand in the form. */
  @state() private asks = false;

  override render(): unknown {
    return this.occurrence ? this.page(this.occurrence) : nothing;
  }

  private page(occurrence: Occurrence): TemplateResult {
    return html`<h1 tabindex="-1">${words.title}</h1>
      <p>${periodInWords(occurrence)} · ${occurrence.room.name}</p>
      ${this.isActive ? nothing : html`<p class="warning">${words.atRest}</p>`} ${this.notice()}
      <section class="card">
        <h2>${words.listTitle}</h2>
        <vh-invitee-list .occurrence=${occurrence} .isActive=${this.isActive} .round=${this.round}></vh-invitee-list>
      </section>
      <div ?hidden=${!this.isActive}>${this.ways(occurrence)}</div>
      ${
        this.asks
          ? typedQuestion({ typed: this.typed, sending: this.sending }, this.leave)
          : html`<button type="button" @click=${this.back}>${houseWords.backToDates}</button>`
      }`;
  }

  private ways(occurrence: Occurrence): TemplateResult {
    return html`<section class="card">
        <h2>${words.addTitle}</h2>
        <vh-invitee-form
          .occurrence=${occurrence}
          @vh-invited=${this.invited}
          @vh-typed=${this.changed}
          @vh-sending=${this.sends}
        ></vh-invitee-form>
      </section>
      <section class="card"><vh-sheets .occurrence=${occurrence}></vh-sheets></section>
      <section class="card"><vh-group-link .groupId=${occurrence.groupId}></vh-group-link></section>`;
  }

  private notice(): TemplateResult {
    const { justInvited } = this;
    return invitedNotice({
      said: justInvited && invitedInWords(justInvited),
      notKept: justInvited?.notKept,
    });
  }

  private readonly leave = (): void => this.wish('vh-back');

  private readonly back = async (): Promise<void> => {
    if (this.typed === 0) {
      this.leave();
      return;
    }
    this.asks = true;
    await this.focusOn('#typed-question');
  };

  private readonly changed = (event: CustomEvent<{ count: number }>): void => {
    this.typed = event.detail.count;
    this.asks = false;
  };

  private readonly sends = ({ detail }: HTMLElementEventMap['vh-sending']): void => {
    this.sending = detail.busy;
    // They may be invited by now.
    if (detail.lost) this.round += 1;
  };

  private readonly invited = async ({ detail }: HTMLElementEventMap['vh-invited']): Promise<void> => {
    this.justInvited = detail;
    this.round += 1;
    await this.focusOn(placeOfNotice(detail));
  };
}

define('vh-invitees', VhInvitees);

declare global {
  interface HTMLElementTagNameMap {
    'vh-invitees': VhInvitees;
  }
  interface HTMLElementEventMap {
    'vh-back': CustomEvent;
  }
}
