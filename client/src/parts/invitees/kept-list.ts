import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { InviteeInput, InviteeToBe, KeptList } from '../../api/invitee-shapes.js';
import { houseWords } from '../../words/words.js';
import { dayInWordsAt } from '../date-words.js';
import { splitAddresses } from './split-addresses.js';

const words = houseWords.invite;

export interface KeptListWishes {
  /** Puts the kept addresses into the form. */
  use: () => void;
  choose: (keeps: boolean) => void;
  ask: () => void;
  stay: () => void;
  delete: () => void;
}

export interface KeptListFacts {
  kept: KeptList;
  keeps: boolean;
  isAsked: boolean;
  busy: boolean;
}

export interface SentForm {
  /** The kept addresses that were put into the form. */
  putIn: InviteeInput[];
  /** Whoever stood in it when it was sent. */
  invited: InviteeInput[];
}

/** Addresses of last time, if the group has chosen to keep them. */
export function useKept({ items }: KeptList, { use }: KeptListWishes): unknown {
  if (items.length === 0) return nothing;
  return html`<p>
    <button type="button" class="use-kept" @click=${use}>${words.useKept(items.length)}</button>
  </p>`;
}

/** Whether the addresses are kept, until when, and the way to delete them at once. */
export function keepField(facts: KeptListFacts, wishes: KeptListWishes): TemplateResult {
  const { kept, keeps } = facts;
  return html`<div class="field">
    <label class="choice"
      ><input
        type="checkbox"
        id="invite-keep"
        aria-describedby="invite-keep-hint"
        .checked=${live(keeps)}
        @change=${(event: Event) => wishes.choose((event.target as HTMLInputElement).checked)}
      />${words.keep}</label
    >
    <p class="hint" id="invite-keep-hint">
      ${words.keepHint}
      ${kept.keep && kept.deletesAt ? html`<strong>${words.keptUntil(dayInWordsAt(kept.deletesAt))}</strong>` : nothing}
    </p>
    ${kept.items.length > 0 ? deletion(facts, wishes) : nothing}
  </div>`;
}

function deletion({ isAsked, busy }: KeptListFacts, wishes: KeptListWishes): TemplateResult {
  if (!isAsked)
    return html`<div class="buttons">
      <button type="button" class="ask-delete" ?disabled=${busy} @click=${wishes.ask}>${words.deleteKept}</button>
    </div>`;
  return html`<div class="warning question" role="group" aria-labelledby="delete-kept">
    <p id="delete-kept" tabindex="-1"><strong>${words.reallyDeleteKept}</strong></p>
    <p>${words.deleteKeptMeans}</p>
    <div class="buttons">
      <button type="button" class="danger" ?disabled=${busy} @click=${wishes.delete}>${words.yesDeleteKept}</button>
      <button type="button" ?disabled=${busy} @click=${wishes.stay}>${words.noDeleteKept}</button>
    </div>
  </div>`;
}

/** As people type them: one to a line, so that they can be read over and changed. */
export function typedAs(items: InviteeInput[]): string {
  return items.map(({ name, email }) => (name ? `${quoted(name)} <${email}>` : email)).join('\n');
}

/** The house leaves out who has gone off the list while they stood in the form. */
export function markPutIn(invited: InviteeInput[], putIn: InviteeInput[]): InviteeToBe[] {
  const wasPutIn = among(putIn);
  return invited.map((each) => (wasPutIn(each) ? { ...each, fromKeptList: true } : each));
}

/**
 * What is kept for the next time, everybody once. Whoever was put into the form and taken out again is not, nor who has
 * gone off the list since: a colleague or the person did so.
 */
export function keptNext(kept: InviteeInput[], { putIn, invited }: SentForm): InviteeInput[] {
  const [wasPutIn, isInvited, isKept] = [among(putIn), among(invited), among(kept)];
  const stay = kept.filter((each) => isInvited(each) || !wasPutIn(each));
  const come = invited.filter((each) => isKept(each) || !wasPutIn(each));
  return splitAddresses(typedAs([...stay, ...come]));
}

function among(people: InviteeInput[]): (each: InviteeInput) => boolean {
  const keys = new Set(people.map(keyOf));
  return (each) => keys.has(keyOf(each));
}

const keyOf = ({ email }: InviteeInput): string => email.toLowerCase();

const quoted = (name: string): string => (/[,;]/.test(name) ? `"${name.replaceAll('"', '')}"` : name);
