import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { previewInvitation, type InvitedTo } from '../../api/invitees.js';
import { asProblem, type ApiProblem } from '../../api/problem.js';
import type { InvitationPreview } from '../../api/invitee-shapes.js';
import { houseWords } from '../../words/words.js';
import { define } from '../define.js';
import { LightElement } from '../light-element.js';
import { problemNotice } from '../problem-notice.js';

const words = houseWords.invite;

/** So sieht Ihre Einladung aus: the words of the mail and of its entry for the calendar. */
export class VhInvitationPreview extends LightElement {
  @property({ attribute: false, hasChanged: isOther }) to: InvitedTo | undefined;

  @state() private shown: InvitationPreview | undefined;
  @state() private busy = false;
  @state() private problem: ApiProblem | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('to')) this.shown = undefined;
  }

  override render(): TemplateResult {
    const isOpen = this.shown !== undefined;
    return html`<p>
        <button type="button" aria-expanded=${isOpen} ?disabled=${this.busy} @click=${this.toggle}>
          ${isOpen ? words.hidePreview : words.preview}
        </button>
      </p>
      ${this.problem ? problemNotice(this.problem) : nothing} ${this.shown ? mail(this.shown) : nothing}`;
  }

  private readonly toggle = async (): Promise<void> => {
    if (this.busy || !this.to) return;
    this.problem = undefined;
    if (this.shown) {
      this.shown = undefined;
      return;
    }
    this.busy = true;
    try {
      this.shown = await previewInvitation(this.to);
      await this.focusOn('#preview-subject');
    } catch (caught) {
      this.problem = asProblem(caught);
      await this.focusOn('[role=alert]');
    } finally {
      this.busy = false;
    }
  };
}

function mail({ subject, text, calendar }: InvitationPreview): TemplateResult {
  const { summary, location, description } = calendar;
  const lines = [summary, location, description].filter(Boolean).join('\n');
  return html`<div class="mail-preview" role="group" aria-labelledby="preview-subject">
    <p id="preview-subject" tabindex="-1"><strong>${words.subject}: ${subject}</strong></p>
    <p class="text">${text}</p>
    <p><strong>${words.calendarEntry}</strong></p>
    <p class="text">${lines}</p>
  </div>`;
}

function isOther(now: InvitedTo | undefined, before: InvitedTo | undefined): boolean {
  return now?.id !== before?.id;
}

define('vh-invitation-preview', VhInvitationPreview);

declare global {
  interface HTMLElementTagNameMap {
    'vh-invitation-preview': VhInvitationPreview;
  }
}
