import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Server } from '../../api/servers.js';
import type { ApiProblem } from '../../api/problem.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { deskWords } from '../../words/words.js';
import { serverForm, type ChosenFacts } from './server-form.js';

const words = deskWords.servers;

/** What is being done about one of the servers. */
export interface ServerState {
  slug?: string | undefined;
  busy: boolean;
  problem?: ApiProblem | string | undefined;
}

/** What is typed into the forms that are open, by server. */
export type OpenForms = ReadonlyMap<string, ChosenFacts>;

interface ServerRow {
  server: Server;
  state: ServerState;
  forms: OpenForms;
  wishes: ServerWishes;
}

export interface ServerWishes {
  open: (server: Server, isOpen: boolean) => void;
  change: (server: Server) => void;
  type: (server: Server, chosen: ChosenFacts) => void;
  save: (server: Server) => void;
  leave: (server: Server) => void;
}

/** A server: its facts, what it does not enforce, and what can be changed. */
export function serverRow({ server, state, forms, wishes }: ServerRow): TemplateResult {
  const { slug, isConfigured, notEnforced } = server;
  const isMeant = state.slug === slug;
  const form = { server, chosen: forms.get(slug), busy: state.busy, wishes };
  return html`<li id="server-${slug}">
    <h3>${slug}</h3>
    ${facts(server)} ${notEnforced.length > 0 ? missing(notEnforced) : nothing}
    ${isMeant && state.problem ? problemNotice(state.problem) : nothing} ${openSwitch(server, wishes)}
    ${isConfigured ? html`<p class="hint">${words.configured}</p>` : changing(form)}
  </li>`;
}

function facts({ baseUrl, capacity, profile, hasLobby, dialIn }: Server): TemplateResult {
  const numbers = dialIn.map(({ formattedNumber }) => formattedNumber).join(', ');
  const rows = [
    [words.address, baseUrl || words.noAddress],
    [words.capacity, String(capacity)],
    [words.profile, words.profiles[profile]],
    [words.lobby, hasLobby ? words.yes : words.no],
    [words.telephone, numbers || words.noTelephone],
  ];
  return html`<dl class="facts">
    ${rows.map(
      ([name, fact]) =>
        html`<dt>${name}</dt>
          <dd>${fact}</dd>`,
    )}
  </dl>`;
}

function missing(sentences: string[]): TemplateResult {
  return html`<p>${words.notEnforced}</p>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;
}

function openSwitch(server: Server, { open }: ServerWishes): TemplateResult {
  return html`<label class="choice"
    ><input
      type="checkbox"
      .checked=${live(server.isOpen)}
      @change=${(event: Event) => open(server, (event.target as HTMLInputElement).checked)}
    />${words.isOpen}<span class="visually-hidden"> ${words.of(server.slug)}</span></label
  >`;
}

interface Changing {
  server: Server;
  chosen: ChosenFacts | undefined;
  busy: boolean;
  wishes: ServerWishes;
}

function changing({ server, chosen, busy, wishes }: Changing): TemplateResult {
  if (chosen) return serverForm({ server, chosen, busy, wishes });
  return html`<div class="buttons">
    <button type="button" class="ask" ?disabled=${busy} @click=${() => wishes.change(server)}>
      ${words.change}<span class="visually-hidden"> ${words.of(server.slug)}</span>
    </button>
  </div>`;
}
