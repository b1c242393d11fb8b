import { Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { readInvitees } from '../../api/reservations.js';
import type { Invitee } from '../../api/shapes.js';
import { houseWords } from '../../words/words.js';
import { define } from '../define.js';
import { LightElement } from '../light-element.js';
import { loaded } from '../loaded.js';

const words = houseWords.invite;

/** Mails leave within seconds; a few looks are enough to see them go. */
const LOOK_AGAIN_MS = 4_000;
const MOST_LOOKS = 5;

/** Who is invited to one date, and how far each mail has come. */
export class VhInviteeList extends LightElement {
  @property({ attribute: false }) occurrenceId = '';
  /** Counted up by the parent when somebody was added. */
  @property({ attribute: false }) round = 0;

  private looks = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly invitees = new Task(this, {
    task: ([occurrenceId], { signal }) => readInvitees(occurrenceId, signal),
    args: () => [this.occurrenceId, this.round] as const,
    onComplete: (invitees) => {
      this.lookAgain(invitees);
    },
  });

  override render(): unknown {
    return loaded(this.invitees, (invitees) =>
      invitees.length === 0
        ? html`<p>${words.none}</p>`
        : html`<ul class="invitees">
            ${invitees.map(row)}
          </ul>`,
    );
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('round') || changed.has('occurrenceId')) this.looks = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private lookAgain(invitees: Invitee[]): void {
    clearTimeout(this.timer);
    const underWay = invitees.some(({ mail }) => mail === 'queued');
    if (!underWay || this.looks >= MOST_LOOKS || !this.isConnected) return;
    this.looks += 1;
    this.timer = setTimeout(() => void this.invitees.run(), LOOK_AGAIN_MS);
  }
}

function row({ name, email, mail, mailDetail }: Invitee): TemplateResult {
  return html`<li>
    <span class="address">${name ? html`${name} <span class="hint">${email}</span>` : email}</span>
    <span class="mail-state ${mail}">${words.mails[mail]}${mailDetail ? `: ${mailDetail}` : nothing}</span>
  </li>`;
}

define('vh-invitee-list', VhInviteeList);

declare global {
  interface HTMLElementTagNameMap {
    'vh-invitee-list': VhInviteeList;
  }
}
