import { Task } from '@lit/task';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { changeAccess, readGroups, type AccessAct } from '../../api/desk.js';
import { asProblem, unlessDone } from '../../api/problem.js';
import { readGroup, type NewRepresentative } from '../../api/representatives.js';
import type { Group } from '../../api/shapes.js';
import { define } from '../../parts/define.js';
import { textField } from '../../parts/field.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { deskWords } from '../../words/words.js';
import { accessAtRest, nextAccess, stands, type AccessEvent, type AccessState } from './access-flow.js';
import { findGroups } from './find-groups.js';
import { groupRow, type AskedAct, type GroupWishes } from './group-row.js';

const words = deskWords.groups;

/**
 * The groups of the contact point with their representatives; their access can be paused, resumed and ended.
 *
 * @event vh-labels-read - the list was read; detail `{ labels }`, of the groups that have not ended
 */
export class VhGroups extends LightElement {
  /** Counted up by the parent when a group was granted access. */
  @property({ attribute: false }) round = 0;

  @state() private typed = '';
  @state() private access: AccessState = accessAtRest;
  /** The group whose representatives are just being changed. */
  @state() private peopleOf: string | undefined;

  private readonly drafts = new Map<string, NewRepresentative>();
  private readonly groups = new Task(this, {
    task: (_, { signal }) => readGroups(signal),
    args: () => [this.round] as const,
    onComplete: (groups) => {
      // What has ended may come back under its own label.
      const kept = groups.filter(({ state }) => state !== 'ended');
      this.wish('vh-labels-read', { labels: kept.map(({ label }) => label) });
    },
  });

  private readonly wishes: GroupWishes = {
    ask: (group, act) => void this.ask(group, act),
    keep: (group) => void this.keep(group),
    act: (group, act) => void this.act(group, act),
    openPeople: ({ id }) => {
      this.peopleOf = id;
      this.go({ type: 'wentOn' });
    },
    closePeople: (group) => void this.closePeople(group),
    peopleChanged: () => void this.groups.run(),
  };

  /** A group was granted access since, or somebody signed in again. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('round')) this.go({ type: 'wentOn' });
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="groups-title">
      <h2 id="groups-title">${words.title}</h2>
      ${loaded(this.groups, (groups) => (groups.length === 0 ? html`<p>${words.none}</p>` : this.list(groups)))}
    </section>`;
  }

  private list(groups: Group[]): TemplateResult {
    const found = findGroups(groups, this.typed);
    // Whoever is taken off may be the one who was searched for.
    const shown = groups.filter((group) => group.id === this.peopleOf || found.includes(group));
    return html`${textField({
      id: 'groups-search',
      label: words.search,
      type: 'search',
      optional: true,
      autocomplete: 'off',
      value: this.typed,
      onInput: (typed) => {
        this.typed = typed;
        this.go({ type: 'wentOn' });
      },
    })}
      <p role="status" class="hint">${words.shown(shown.length, groups.length)}</p>
      ${shown.length === 0 ? html`<p>${words.noMatch}</p>` : this.table(shown)}`;
  }

  private table(groups: Group[]): TemplateResult {
    const { access, wishes, drafts, peopleOf } = this;
    return html`<table class="stacking">
      <thead>
        <tr>
          <th scope="col">${words.label}</th>
          <th scope="col">${words.state}</th>
          <th scope="col">${words.representatives}</th>
          <th scope="col">${words.change}</th>
        </tr>
      </thead>
      ${repeat(
        groups,
        ({ id }) => id,
        (group) => groupRow({ group, access, wishes, drafts, hasPeopleOpen: group.id === peopleOf }),
      )}
    </table>`;
  }

  private async closePeople(group: Group): Promise<void> {
    this.peopleOf = undefined;
    await this.updateComplete;
    const opener = `${rowOf(group)} .people`;
    // Without the one who was searched for the group may not be shown any more.
    await this.focusOn(this.querySelector(opener) ? opener : '#groups-search');
  }

  private async ask(group: Group, act: AskedAct): Promise<void> {
    this.go({ type: 'asked', id: group.id, act });
    await this.focusOn(`#question-${CSS.escape(group.id)}`);
  }

  private async keep(group: Group): Promise<void> {
    const { act } = this.access;
    this.go({ type: 'kept' });
    await this.focusOn(`${rowOf(group)} .${act ?? 'end'}`);
  }

  private async act(group: Group, act: AccessAct): Promise<void> {
    if (this.access.busy) return;
    this.go({ type: 'sending', id: group.id, act });
    try {
      await changeAccess(group.id, act).catch(unlessDone(() => groupAfter(group, act)));
      await this.groups.run();
      this.go({ type: 'done' });
      await this.focusOn(`${rowOf(group)} .ok`);
    } catch (caught) {
      this.go({ type: 'refused', problem: asProblem(caught) });
      // A colleague may have been quicker: the list must show what is true now.
      void this.groups.run();
      await this.focusOn(`${rowOf(group)} [role=alert]`);
    }
  }

  private go(event: AccessEvent): void {
    this.access = nextAccess(this.access, event);
  }
}

/** The group, if its access stands by now as was wished. */
async function groupAfter({ id }: Group, act: AccessAct): Promise<Group | undefined> {
  const now = await readGroup(id);
  return stands(now, act) ? now : undefined;
}

const rowOf = ({ id }: Group): string => `#group-${CSS.escape(id)}`;

define('vh-groups', VhGroups);

declare global {
  interface HTMLElementTagNameMap {
    'vh-groups': VhGroups;
  }
  interface HTMLElementEventMap {
    'vh-labels-read': CustomEvent<{ labels: string[] }>;
  }
}
