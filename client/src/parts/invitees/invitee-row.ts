import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Invitee } from '../../api/invitee-shapes.js';
import { houseWords } from '../../words/words.js';
import { problemNotice } from '../problem-notice.js';
import type { InviteeState } from './invitee-flow.js';

const words = houseWords.invite;

export interface InviteeWishes {
  resend: (invitee: Invitee) => void;
  letOpen: (invitee: Invitee, mayOpen: boolean) => void;
  ask: (invitee: Invitee) => void;
  keep: (invitee: Invitee) => void;
  withdraw: (invitee: Invitee) => void;
}

export interface InviteeRow {
  invitee: Invitee;
  flow: InviteeState;
  /** Whether the group may use the house: else an invitation can only be withdrawn. */
  isActive: boolean;
  wishes: InviteeWishes;
}

/** Somebody who is invited: what became of the mail, what they answered, and what can be done. */
export function inviteeRow(row: InviteeRow): TemplateResult {
  const { invitee, flow, isActive } = row;
  const isMeant = flow.id === invitee.id;
  return html`<li class="invitee" id="invitee-${invitee.id}">
    <p class="address">${who(invitee)}</p>
    <dl class="said">
      <div>
        <dt>${words.mail}</dt>
        <dd class="mail-state ${invitee.mail}">${words.mails[invitee.mail]}</dd>
      </div>
      <div>
        <dt>${words.reply}</dt>
        <dd>${words.replies[invitee.reply ?? 'none']}</dd>
      </div>
    </dl>
    ${help(invitee)} ${isActive ? mayOpen(row, isMeant) : nothing}
    ${isMeant && flow.isAsked ? question(row) : buttons(row, isMeant)}
  </li>`;
}

export const nameOf = ({ name, email }: Invitee): string => name ?? email;

function who({ name, email }: Invitee): unknown {
  return name
    ? html`<strong>${name}</strong> <span class="hint">${email}</span>`
    : html`<strong>${email}</strong>`;
}

function help({ mail, mailDetail }: Invitee): unknown {
  const sentence = words.mailHelp[mail];
  if (!sentence) return nothing;
  return html`<p>${sentence}</p>
    ${mailDetail ? html`<p class="hint detail">${words.serverSaid(mailDetail)}</p>` : nothing}`;
}

/** Stays where it was put while it is sent; a refusal puts it back. */
function mayOpen({ invitee, flow, wishes }: InviteeRow, isMeant: boolean): TemplateResult {
  const isOn = (isMeant ? flow.mayOpen : undefined) ?? invitee.mayOpen;
  return html`<label class="choice may-open"
    ><input
      type="checkbox"
      .checked=${live(isOn)}
      @change=${(event: Event) => wishes.letOpen(invitee, (event.target as HTMLInputElement).checked)}
    />${words.mayOpen}${aside(words.ofPerson(nameOf(invitee)))}</label
  >`;
}

function buttons({ invitee, flow, isActive, wishes }: InviteeRow, isMeant: boolean): TemplateResult {
  const problem = isMeant ? flow.problem : undefined;
  return html`${problem ? problemNotice(problem) : nothing}
    <div class="buttons">
      <button
        type="button"
        class="resend"
        ?hidden=${!isActive}
        ?disabled=${flow.busy}
        @click=${() => wishes.resend(invitee)}
      >
        ${words.resend}${aside(words.to(nameOf(invitee)))}
      </button>
      <button type="button" class="ask-withdraw" ?disabled=${flow.busy} @click=${() => wishes.ask(invitee)}>
        ${words.withdraw}${aside(words.of(nameOf(invitee)))}
      </button>
    </div>`;
}

function question({ invitee, flow, wishes }: InviteeRow): TemplateResult {
  const id = `withdraw-${invitee.id}`;
  return html`<div class="warning question" role="group" aria-labelledby=${id}>
    <p id=${id} tabindex="-1"><strong>${words.reallyWithdraw(nameOf(invitee))}</strong></p>
    <p>${words.withdrawMeans}</p>
    ${flow.problem ? problemNotice(flow.problem) : nothing}
    <div class="buttons">
      <button type="button" class="danger" ?disabled=${flow.busy} @click=${() => wishes.withdraw(invitee)}>
        ${words.yesWithdraw}
      </button>
      <button type="button" ?disabled=${flow.busy} @click=${() => wishes.keep(invitee)}>
        ${words.noWithdraw}
      </button>
    </div>
  </div>`;
}

const aside = (text: string): TemplateResult => html`<span class="visually-hidden"> ${text}</span>`;
