import { Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asProblem, type ApiProblem } from '../../api/problem.js';
import {
  addRepresentative,
  FRESH_CODE_NEEDED,
  readGroup,
  removeRepresentative,
} from '../../api/representatives.js';
import type { Group } from '../../api/shapes.js';
import { askForCode, renewSession } from '../../api/sign-ins.js';
import { announcement } from '../../parts/announcement.js';
import { CODE_LENGTH, codeField, digitsOf } from '../../parts/code-field.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { personFields, trimmed } from '../../parts/representatives/person-fields.js';
import {
  nextRepresentatives,
  representativesAtRest,
  type RepresentativesEvent,
  type RepresentativesState,
} from '../../parts/representatives/representatives-flow.js';
import { houseWords } from '../../words/words.js';

const words = houseWords.representatives;

/**
 * Who represents the group: one names somebody more, or gives the task up. For both the house may ask for a fresh code.
 *
 * @event vh-representatives-changed - somebody more represents the group; no detail
 * @event vh-left-group - the person gave the task up; detail `{ groupId }`
 */
export class VhRepresentatives extends LightElement {
  /** Slug of the contact point, where the code comes from. */
  @property({ attribute: false }) contactPoint = '';
  @property({ attribute: false }) groupId = '';
  /** Own address, by which one is found among the others. */
  @property({ attribute: false }) email = '';

  @state() private flow: RepresentativesState = representativesAtRest;

  private readonly group = new Task(this, {
    task: ([groupId], { signal }) => readGroup(groupId, signal),
    args: () => [this.groupId] as const,
  });

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('groupId')) this.flow = representativesAtRest;
  }

  override render(): TemplateResult {
    const { step, problem, done } = this.flow;
    return html`<section class="card" aria-labelledby="representatives-title">
      <h2 id="representatives-title">${words.title}</h2>
      <p>${words.why}</p>
      ${announcement(done)} ${problem && step === 'quiet' ? problemNotice(problem) : nothing}
      ${loaded(this.group, (group) => this.content(group))}
    </section>`;
  }

  private content(group: Group): TemplateResult {
    const { step } = this.flow;
    return html`<ul>
        ${group.representatives.map(
          (each) =>
            html`<li>
              ${each.name} ${this.isOwn(each) ? words.you : nothing}
              <span class="hint address">${each.email}</span>
            </li>`,
        )}
      </ul>
      ${step === 'adding' ? this.form() : step === 'removing' ? this.question(group) : this.buttons(group)}`;
  }

  private buttons(group: Group): TemplateResult {
    const own = group.representatives.find((each) => this.isOwn(each));
    const isLast = group.representatives.length < 2;
    return html`<div class="buttons">
        <button type="button" class="ask-add" @click=${this.beginToAdd}>${words.add}</button>
        ${
          own && !isLast
            ? html`<button type="button" class="ask-leave" @click=${() => void this.ask(own.id)}>
                ${words.leave}
              </button>`
            : nothing
        }
      </div>
      ${isLast ? html`<p class="hint">${words.leaveLast}</p>` : nothing}`;
  }

  private form(): TemplateResult {
    const { who, busy, code } = this.flow;
    return html`<form @submit=${this.add}>
      ${this.notice()}
      ${personFields({ who, words, onInput: (typed) => this.go({ type: 'typed', who: typed }) })}
      ${this.codeFields()}
      <div class="buttons">
        <button type="submit" ?disabled=${busy}>${code ? words.confirmAdd : words.send}</button>
        <button type="button" ?disabled=${busy} @click=${() => void this.keep('.ask-add')}>${words.dontAdd}</button>
      </div>
    </form>`;
  }

  private question({ label }: Group): TemplateResult {
    const { busy, code } = this.flow;
    return html`<div class="warning question" role="group" aria-labelledby="leave-question">
      <p id="leave-question" tabindex="-1"><strong>${words.reallyLeave}</strong></p>
      <p>${words.leaveMeans(label)}</p>
      ${this.notice()}
      <form @submit=${this.leave}>
        ${this.codeFields()}
        <div class="buttons">
          <button type="submit" class="danger" ?disabled=${busy}>
            ${code ? words.confirmLeave : words.yesLeave}
          </button>
          <button type="button" ?disabled=${busy} @click=${() => void this.keep('.ask-leave')}>
            ${words.noLeave}
          </button>
        </div>
      </form>
    </div>`;
  }

  private codeFields(): unknown {
    const { code, busy } = this.flow;
    if (!code) return nothing;
    return html`<p role="status" id="fresh-code-why" tabindex="-1">${words.codeWhy(this.email)}</p>
      ${codeField({
        id: 'fresh-code',
        label: words.code,
        hint: words.codeHint,
        value: code.typed,
        onInput: (typed) => this.go({ type: 'codeTyped', code: typed }),
      })}
      <p>
        <button type="button" ?disabled=${busy} @click=${() => void this.askForCode()}>${words.newMail}</button>
      </p>`;
  }

  private notice(): unknown {
    return this.flow.problem ? problemNotice(this.flow.problem) : nothing;
  }

  private isOwn({ email }: { email: string }): boolean {
    return email === this.email;
  }

  private readonly beginToAdd = async (): Promise<void> => {
    this.go({ type: 'addingBegun' });
    await this.focusOn('#new-representative-name');
  };

  private async ask(id: string): Promise<void> {
    this.go({ type: 'removalAsked', id });
    await this.focusOn('#leave-question');
  }

  private async keep(focus: string): Promise<void> {
    this.go({ type: 'kept' });
    await this.focusOn(focus);
  }

  private readonly add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const who = trimmed(this.flow.who);
    await this.send(async () => {
      const group = await addRepresentative(this.groupId, who);
      await this.group.run();
      this.go({ type: 'done', inWords: words.added(group.representatives.at(-1)?.name ?? who.name) });
      this.wish('vh-representatives-changed');
      await this.focusOn('.announcement');
    });
  };

  private readonly leave = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { groupId } = this;
    await this.send(async () => {
      await removeRepresentative(groupId, this.flow.id ?? '');
      this.go({ type: 'done', inWords: '' });
      this.wish('vh-left-group', { groupId });
    });
  };

  /** With the code first, where one was asked for; without one where the house does not ask. */
  private async send(work: () => Promise<void>): Promise<void> {
    if (this.flow.busy) return;
    const digits = digitsOf(this.flow.code?.typed ?? '');
    if (this.flow.code && digits.length !== CODE_LENGTH) return this.refuse(words.codeLength(digits.length));
    this.go({ type: 'sending' });
    try {
      await this.confirm(digits);
      await work();
    } catch (caught) {
      const problem = asProblem(caught);
      await (problem.code === FRESH_CODE_NEEDED ? this.askForCode() : this.refuse(problem));
    }
  }

  private async confirm(digits: string): Promise<void> {
    const { code } = this.flow;
    if (!code) return;
    await renewSession(code.signInId, digits);
    this.go({ type: 'codeTaken' });
  }

  private async askForCode(): Promise<void> {
    try {
      this.go({ type: 'codeSent', signInId: await askForCode(this.contactPoint, this.email) });
      await this.focusOn('#fresh-code-why');
    } catch (caught) {
      await this.refuse(asProblem(caught));
    }
  }

  private async refuse(problem: ApiProblem | string): Promise<void> {
    this.go({ type: 'refused', problem });
    await this.focusOn('[role=alert]');
  }

  private go(event: RepresentativesEvent): void {
    this.flow = nextRepresentatives(this.flow, event);
  }
}

define('vh-representatives', VhRepresentatives);

declare global {
  interface HTMLElementTagNameMap {
    'vh-representatives': VhRepresentatives;
  }
  interface HTMLElementEventMap {
    'vh-representatives-changed': CustomEvent;
    'vh-left-group': CustomEvent<{ groupId: string }>;
  }
}
