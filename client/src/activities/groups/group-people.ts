import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ApiProblem, asProblem, isLost, mayBeDone, mayBeOutdated, unlessDone } from '../../api/problem.js';
import {
  addRepresentative,
  readGroup,
  removeRepresentative,
  type NewRepresentative,
} from '../../api/representatives.js';
import type { Group, GroupRepresentative, Person } from '../../api/shapes.js';
import { announcement } from '../../parts/announcement.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { problemNotice, withLabel } from '../../parts/problem-notice.js';
import { nameOf, personFields, personLabel, trimmed } from '../../parts/representatives/person-fields.js';
import {
  nextRepresentatives,
  representativesAtRest,
  type RepresentativesEvent,
  type RepresentativesState,
} from '../../parts/representatives/representatives-flow.js';
import { deskWords } from '../../words/words.js';

const words = deskWords.groupPeople;

/**
 * Who represents a group: the team names somebody, or takes somebody off.
 *
 * @event vh-people-changed - the group has other representatives; no detail
 * @event vh-people-done - the team is done with them; no detail
 */
export class VhGroupPeople extends LightElement {
  @property({ attribute: false }) group!: Group;
  /** Who was half entered, by group; the parent keeps them while another group is open. */
  @property({ attribute: false }) drafts = new Map<string, NewRepresentative>();

  @state() private flow: RepresentativesState = representativesAtRest;

  override willUpdate(): void {
    const draft = this.drafts.get(this.group.id);
    if (this.hasUpdated || !draft) return;
    this.go({ type: 'addingBegun' });
    this.go({ type: 'typed', who: draft });
  }

  /** Somebody has just opened it. */
  override firstUpdated(): void {
    this.querySelector('h3')?.focus();
  }

  override render(): TemplateResult {
    const { step, problem, done } = this.flow;
    const { label, representatives } = this.group;
    const hasQuestion = step === 'removing' && representatives.some(({ id }) => id === this.flow.id);
    return html`<section aria-labelledby="group-people-title">
      <h3 id="group-people-title" tabindex="-1">${words.title(label)}</h3>
      ${announcement(done)} ${problem && step !== 'adding' && !hasQuestion ? problemNotice(problem) : nothing}
      <ul class="entries">
        ${representatives.map((person) => this.row(person, representatives.length === 1))}
      </ul>
      ${step === 'adding' ? this.form() : this.buttons()}
    </section>`;
  }

  private row(person: GroupRepresentative, isLast: boolean): TemplateResult {
    const { step, id, busy } = this.flow;
    const isAsked = step === 'removing' && id === person.id;
    return html`<li id="person-${person.id}">
      <div class="line">
        <div class="what">
          <p>${person.name} <span class="hint address">${person.email}</span></p>
          ${person.hasCome ? nothing : html`<p class="hint">${words.notCome}</p>`}
        </div>
        ${
          isAsked || isLast
            ? nothing
            : html`<button type="button" class="remove" ?disabled=${busy} @click=${() => void this.ask(person)}>
                ${words.remove}<span class="visually-hidden">${words.of(person.name)}</span>
              </button>`
        }
      </div>
      ${isLast ? html`<p class="hint">${words.last}</p>` : nothing} ${isAsked ? this.question(person) : nothing}
    </li>`;
  }

  private question(person: Person): TemplateResult {
    const { busy, problem } = this.flow;
    return html`<div class="warning question" role="group" aria-labelledby="remove-${person.id}">
      <p id="remove-${person.id}" tabindex="-1"><strong>${words.reallyRemove(person.name)}</strong></p>
      <p>${words.removeMeans}</p>
      ${problem ? problemNotice(problem) : nothing}
      <div class="buttons">
        <button type="button" class="danger" ?disabled=${busy} @click=${() => void this.takeOff(person)}>
          ${words.yesRemove}
        </button>
        <button type="button" ?disabled=${busy} @click=${() => void this.keep(`${rowOf(person)} .remove`)}>
          ${words.noRemove}
        </button>
      </div>
    </div>`;
  }

  private buttons(): TemplateResult {
    return html`<div class="buttons">
      <button type="button" class="add" @click=${this.beginToAdd}>${words.add}</button>
      <button type="button" @click=${() => this.wish('vh-people-done')}>${words.close}</button>
    </div>`;
  }

  private form(): TemplateResult {
    const { who, busy, problem } = this.flow;
    return html`<form @submit=${this.add}>
      ${problem ? problemNotice(withLabel(problem, personLabel(words))) : nothing}
      ${personFields({ who, problem, words, onInput: (typed) => this.go({ type: 'typed', who: typed }) })}
      <div class="buttons">
        <button type="submit" ?disabled=${busy}>${words.send}</button>
        <button type="button" ?disabled=${busy} @click=${() => void this.keep('.add')}>${words.dontAdd}</button>
      </div>
    </form>`;
  }

  private readonly beginToAdd = async (): Promise<void> => {
    this.go({ type: 'addingBegun' });
    await this.focusOn('#new-representative-name');
  };

  private async ask({ id }: Person): Promise<void> {
    this.go({ type: 'removalAsked', id });
    await this.focusOn(`#remove-${CSS.escape(id)}`);
  }

  /** Whatever the house did without its answer coming is shown. */
  private async keep(focus: string): Promise<void> {
    const { problem } = this.flow;
    this.go({ type: 'kept' });
    if (problem instanceof ApiProblem && isLost(problem)) this.wish('vh-people-changed');
    await this.focusOn(focus);
  }

  private readonly add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const who = trimmed(this.flow.who);
    await this.run(async () => {
      const { representatives } = await addRepresentative(this.group.id, who);
      const name = nameOf(who, representatives);
      return words.added(name) + (name === who.name ? '' : ` ${words.knownAs(name, who.name)}`);
    });
  };

  private takeOff({ id, name }: Person): Promise<void> {
    return this.run(async () => {
      await removeRepresentative(this.group.id, id).catch(unlessDone(() => this.groupWithout(id), mayBeDone));
      return words.removed(name);
    });
  }

  private async groupWithout(id: string): Promise<Group | undefined> {
    const group = await readGroup(this.group.id);
    return group.representatives.every((each) => each.id !== id) ? group : undefined;
  }

  /** `work` answers with what was done. */
  private async run(work: () => Promise<string>): Promise<void> {
    if (this.flow.busy) return;
    this.go({ type: 'sending' });
    try {
      this.go({ type: 'done', inWords: await work() });
      this.wish('vh-people-changed');
      await this.focusOn('.announcement');
    } catch (caught) {
      const problem = asProblem(caught);
      this.go({ type: 'refused', problem });
      if (mayBeOutdated(problem)) this.wish('vh-people-changed');
      await this.focusOn('[role=alert]');
    }
  }

  private go(event: RepresentativesEvent): void {
    this.flow = nextRepresentatives(this.flow, event);
    const { who } = this.flow;
    if (who.name || who.email) this.drafts.set(this.group.id, who);
    else this.drafts.delete(this.group.id);
  }
}

const rowOf = ({ id }: Person): string => `#person-${CSS.escape(id)}`;

define('vh-group-people', VhGroupPeople);

declare global {
  interface HTMLElementTagNameMap {
    'vh-group-people': VhGroupPeople;
  }
  interface HTMLElementEventMap {
    'vh-people-changed': CustomEvent;
    'vh-people-done': CustomEvent;
  }
}
