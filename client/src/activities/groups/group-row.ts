import { html, nothing, type TemplateResult } from 'lit';
import type { AccessAct } from '../../api/desk.js';
import type { NewRepresentative } from '../../api/representatives.js';
import type { Group } from '../../api/shapes.js';
import { today } from '../../parts/local-time.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { deskWords } from '../../words/words.js';
import type { AccessState } from './access-flow.js';
import './group-people.js';
import { keptGroup } from './kept-group.js';
import { stateInWords } from './state-in-words.js';

const { groups: words, groupPeople } = deskWords;

/** What is asked before it is done. */
export type AskedAct = Exclude<AccessAct, 'resume' | 'keep'>;

export interface GroupWishes {
  ask: (group: Group, act: AskedAct) => void;
  keep: (group: Group) => void;
  act: (group: Group, act: AccessAct) => void;
  openPeople: (group: Group) => void;
  closePeople: (group: Group) => void;
  peopleChanged: () => void;
}

export interface GroupRow {
  group: Group;
  /** Whether who represents it is just being changed. */
  hasPeopleOpen: boolean;
  /** Who was half entered, by group. */
  drafts: Map<string, NewRepresentative>;
  access: AccessState;
  wishes: GroupWishes;
}

/** One group: who represents it, how its access stands, and what can be done about that. */
export function groupRow(row: GroupRow): TemplateResult {
  const { group, access, wishes } = row;
  const { id, label, representatives } = group;
  return html`<tbody id="group-${id}">
    <tr>
      <th scope="row">${label}</th>
      <td>${stateInWords(group, today())}${keptGroup(group, { busy: access.busy, keep: () => wishes.act(group, 'keep') })}</td>
      <td>
        ${representatives.map(
          ({ name, email }) => html`<p>${name} <span class="hint address">${email}</span></p>`,
        )}
      </td>
      <td>${isAsking(row) || group.state === 'ended' ? nothing : buttons(row)}</td>
    </tr>
    ${below(row)} ${row.hasPeopleOpen ? people(row) : nothing}
  </tbody>`;
}

function buttons({ group, access, wishes, hasPeopleOpen }: GroupRow): TemplateResult {
  const button = (act: AccessAct, press: () => void): TemplateResult =>
    html`<button type="button" class=${act} ?disabled=${access.busy} @click=${press}>
      ${words.acts[act]}<span class="visually-hidden">${words.of(group.label)}</span>
    </button>`;
  return html`<div class="buttons">
    ${
      group.state === 'paused'
        ? button('resume', () => wishes.act(group, 'resume'))
        : button('pause', () => wishes.ask(group, 'pause'))
    }
    ${button('end', () => wishes.ask(group, 'end'))}
    <button type="button" class="people" ?hidden=${hasPeopleOpen} @click=${() => wishes.openPeople(group)}>
      ${groupPeople.open}<span class="visually-hidden">${words.of(group.label)}</span>
    </button>
  </div>`;
}

function people({ group, drafts, wishes }: GroupRow): TemplateResult {
  return html`<tr class="below">
    <td colspan="4">
      <vh-group-people
        .group=${group}
        .drafts=${drafts}
        @vh-people-changed=${wishes.peopleChanged}
        @vh-people-done=${() => wishes.closePeople(group)}
      ></vh-group-people>
    </td>
  </tr>`;
}

/** The question, what went wrong or what was done, over the whole width below the group. */
function below(row: GroupRow): unknown {
  const { group, access } = row;
  if (access.id !== group.id) return nothing;
  const said = isAsking(row) ? question(row) : outcome(row);
  return said === nothing ? nothing : html`<tr class="below"><td colspan="4">${said}</td></tr>`;
}

function outcome({ group, access }: GroupRow): unknown {
  if (access.problem) return problemNotice(access.problem);
  if (access.step !== 'done' || !access.act) return nothing;
  return html`<p class="ok" role="status" tabindex="-1">${words.done[access.act](group.label)}</p>`;
}

function question({ group, access, wishes }: GroupRow): unknown {
  const { act, busy, problem } = access;
  if (!act || act === 'resume' || act === 'keep') return nothing;
  const { id, label } = group;
  return html`<div class="warning question" role="group" aria-labelledby="question-${id}">
    <p id="question-${id}" tabindex="-1"><strong>${words.really[act](label)}</strong></p>
    <p>${words.means[act]}</p>
    <p>${words.noMail[act]}</p>
    ${problem ? problemNotice(problem) : nothing}
    <div class="buttons">
      <button type="button" class="danger" ?disabled=${busy} @click=${() => wishes.act(group, act)}>
        ${words.yes[act]}
      </button>
      <button type="button" ?disabled=${busy} @click=${() => wishes.keep(group)}>${words.no}</button>
    </div>
  </div>`;
}

const isAsking = ({ group, access }: GroupRow): boolean => access.step === 'asking' && access.id === group.id;
