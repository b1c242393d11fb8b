import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ApiProblem, asProblem, isLost, mayBeOutdated } from '../../api/problem.js';
import {
  addRepresentative,
  FRESH_CODE_NEEDED,
  readGroup,
  removeRepresentative,
} from '../../api/representatives.js';
import type { Group } from '../../api/shapes.js';
import { askForCode, renewSession } from '../../api/sign-ins.js';
import { announcement } from '../../parts/announcement.js';
import { CODE_LENGTH, digitsOf } from '../../parts/code-field.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { nameOf, personFields, trimmed } from '../../parts/representatives/person-fields.js';
import {
  nextRepresentatives,
  representativesAtRest,
  type RepresentativesEvent,
  type RepresentativesState,
} from '../../parts/representatives/representatives-flow.js';
import { houseWords } from '../../words/words.js';
import { codeButtons, codeNotice, codeStep } from './code-step.js';
import { hasLeft } from './leave-group.js';
import { waysToChange, whoRepresents } from './who-represents.js';

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
  /** How the access of the group stands, as the page around it knows: it looks more often. */
  @property({ attribute: false }) access: Group['state'] = 'active';
  /** Own address, by which one is found among the others. */
  @property({ attribute: false }) email = '';
  /** Counted up by the parent when somebody came in. */
  @property({ attribute: false }) round = 0;

  @state() private flow: RepresentativesState = representativesAtRest;
  /** When the answer to giving the task up did not come. */
  private lostAt: number | undefined;
  private readonly group = new Task(this, {
    task: ([groupId], { signal }) => readGroup(groupId, signal),
    args: () => [this.groupId, this.round] as const,
  });

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
    return html`${whoRepresents(group, this.email)}
      ${step === 'adding' ? this.form() : step === 'removing' ? this.question(group) : this.buttons(group)}`;
  }

  private buttons(group: Group): TemplateResult {
    const state = this.access === 'active' ? group.state : this.access;
    return waysToChange(
      { ...group, state },
      {
        ownEmail: this.email,
        add: () => void this.beginToAdd(),
        leave: (id) => void this.ask(id),
      },
    );
  }

  private form(): TemplateResult {
    const { who, busy, code, problem } = this.flow;
    return html`<form @submit=${this.add}>
      ${codeNotice(problem)}
      ${personFields({ who, problem, words, onInput: (typed) => this.go({ type: 'typed', who: typed }) })}
      ${this.codeStep(true)}
      <div class="buttons">
        ${codeButtons({
          code,
          busy,
          words: { confirm: words.confirmAdd, send: words.send },
          newMail: () => void this.sendNewMail(),
        })}
        <button type="button" ?disabled=${busy} @click=${() => void this.keep('.ask-add')}>${words.dontAdd}</button>
      </div>
    </form>`;
  }

  private question({ label }: Group): TemplateResult {
    const { busy, code, problem } = this.flow;
    return html`<div class="warning question" role="group" aria-labelledby="leave-question">
      <p id="leave-question" tabindex="-1"><strong>${words.reallyLeave}</strong></p>
      <p>${words.leaveMeans(label)}</p>
      ${codeNotice(problem)}
      <form @submit=${this.leave}>
        ${this.codeStep(false)}
        <div class="buttons">
          ${codeButtons({
            code,
            busy,
            words: { confirm: words.confirmLeave, send: words.yesLeave },
            isDanger: true,
            newMail: () => void this.sendNewMail(),
          })}
          <button type="button" ?disabled=${busy} @click=${() => void this.keep('.ask-leave')}>
            ${words.noLeave}
          </button>
        </div>
      </form>
    </div>`;
  }

  private codeStep(hasTyped: boolean): unknown {
    const { code } = this.flow;
    const onInput = (typed: string): void => this.go({ type: 'codeTyped', code: typed });
    return code ? codeStep({ code, email: this.email, hasTyped, onInput }) : nothing;
  }

  private async beginToAdd(): Promise<void> {
    this.go({ type: 'addingBegun' });
    await this.focusOn('#new-representative-name');
  }

  private async ask(id: string): Promise<void> {
    this.go({ type: 'removalAsked', id });
    await this.focusOn('#leave-question');
  }

  /** Whatever the house did without its answer coming is shown. */
  private async keep(focus: string): Promise<void> {
    const { problem } = this.flow;
    this.lostAt = undefined;
    this.go({ type: 'kept' });
    if (problem instanceof ApiProblem && isLost(problem)) await this.group.run();
    await this.focusOn(`${focus}, [role=alert]`);
  }

  private readonly add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const who = trimmed(this.flow.who);
    await this.send(async () => {
      const { representatives } = await addRepresentative(this.groupId, who);
      this.wish('vh-representatives-changed');
      await this.group.run();
      this.go({ type: 'done', inWords: words.added(nameOf(who, representatives), who.email) });
      await this.focusOn('.announcement');
    });
  };

  private readonly leave = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { groupId, flow } = this;
    await this.send(async () => {
      await removeRepresentative(groupId, flow.id ?? '').catch((caught: unknown) =>
        this.unlessLeft(asProblem(caught)),
      );
      this.go({ type: 'done', inWords: '' });
      this.wish('vh-left-group', { groupId });
    });
  };

  private unlessLeft(problem: ApiProblem): void {
    const isOver = hasLeft(problem, this.lostAt, Date.now());
    this.lostAt = isLost(problem) ? Date.now() : undefined;
    if (!isOver) throw problem;
  }

  /** With the code first, where one was asked for; without one where the house does not ask. */
  private async send(work: () => Promise<void>): Promise<void> {
    const { busy, code } = this.flow;
    if (busy) return;
    const digits = digitsOf(code?.typed ?? '');
    if (code && digits.length !== CODE_LENGTH) return this.refuse(words.codeLength(digits.length));
    this.go({ type: 'sending' });
    try {
      await this.confirm(digits);
      await work();
    } catch (caught) {
      const problem = asProblem(caught);
      // Another group may have been chosen meanwhile: nobody asks for a code any more.
      if (this.isConnected) await this.answer(problem);
    }
  }

  private answer(problem: ApiProblem): Promise<void> {
    return problem.code === FRESH_CODE_NEEDED ? this.askForCode() : this.refuse(problem);
  }

  private async confirm(digits: string): Promise<void> {
    const { code } = this.flow;
    if (!code) return;
    await renewSession(code.signInId, digits);
    this.go({ type: 'codeTaken' });
  }

  private async sendNewMail(): Promise<void> {
    if (this.flow.busy) return;
    this.go({ type: 'sending' });
    await this.askForCode();
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
    if (typeof problem !== 'string' && mayBeOutdated(problem)) void this.group.run();
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
