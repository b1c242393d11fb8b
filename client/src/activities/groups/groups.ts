import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readGroups } from '../../api/desk.js';
import type { Group } from '../../api/shapes.js';
import { dayInWords } from '../../parts/date-words.js';
import { define } from '../../parts/define.js';
import { textField } from '../../parts/field.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { deskWords } from '../../words/words.js';
import { findGroups } from './find-groups.js';

const words = deskWords.groups;

/** The groups of the contact point with their state and representatives. */
export class VhGroups extends LightElement {
  /** Counted up by the parent when a group was granted access. */
  @property({ attribute: false }) round = 0;

  @state() private typed = '';

  private readonly groups = new Task(this, {
    task: (_, { signal }) => readGroups(signal),
    args: () => [this.round] as const,
  });

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="groups-title">
      <h2 id="groups-title">${words.title}</h2>
      ${loaded(this.groups, (groups) => (groups.length === 0 ? html`<p>${words.none}</p>` : this.list(groups)))}
    </section>`;
  }

  private list(groups: Group[]): TemplateResult {
    const shown = findGroups(groups, this.typed);
    return html`${textField({
      id: 'groups-search',
      label: words.search,
      type: 'search',
      optional: true,
      autocomplete: 'off',
      value: this.typed,
      onInput: (typed) => (this.typed = typed),
    })}
      <p role="status" class="hint">${words.shown(shown.length, groups.length)}</p>
      ${shown.length === 0 ? html`<p>${words.noMatch}</p>` : table(shown)}`;
  }
}

function table(groups: Group[]): TemplateResult {
  return html`<table class="stacking">
    <thead>
      <tr>
        <th scope="col">${words.label}</th>
        <th scope="col">${words.state}</th>
        <th scope="col">${words.representatives}</th>
      </tr>
    </thead>
    <tbody>
      ${groups.map(row)}
    </tbody>
  </table>`;
}

function row(group: Group): TemplateResult {
  return html`<tr>
    <th scope="row">${group.label}</th>
    <td>${stateInWords(group)}</td>
    <td>
      ${group.representatives.map(
        ({ name, email }) => html`<p>${name} <span class="hint address">${email}</span></p>`,
      )}
    </td>
  </tr>`;
}

function stateInWords({ state, accessUntil }: Group): string {
  const said = words.states[state];
  return accessUntil && state === 'active' ? words.until(said, dayInWords(accessUntil.slice(0, 10))) : said;
}

define('vh-groups', VhGroups);

declare global {
  interface HTMLElementTagNameMap {
    'vh-groups': VhGroups;
  }
}
