import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asProblem, NO_MORE_MAILS, refusedFieldOf, type ApiProblem } from '../../api/problem.js';
import { askForCode, signInWithCode } from '../../api/sign-ins.js';
import { CODE_LENGTH, codeField, digitsOf } from '../../parts/code-field.js';
import { define } from '../../parts/define.js';
import { textField } from '../../parts/field.js';
import { LightElement } from '../../parts/light-element.js';
import { problemNotice, withLabel } from '../../parts/problem-notice.js';
import { houseWords } from '../../words/words.js';
import { nextSignIn, startOfSignIn, stepOf, type SignInEvent, type SignInState } from './sign-in-flow.js';

const words = houseWords.signIn;

const labelOf = (field: string): string | undefined => (field === 'email' ? words.email : undefined);

/** What is on its way to them; a mail that was refused is not. */
function sentInWords({ email, mails, problem }: SignInState & { step: 'code' }): string {
  if (typeof problem === 'object' && problem.code === NO_MORE_MAILS) return words.sentBefore(email);
  return mails > 1 ? words.sentAgain(email) : words.sent(email);
}

/**
 * Signs a representative in with a code from a mail.
 *
 * @event vh-signed-in - the session has begun; no detail
 */
export class VhSignIn extends LightElement {
  @property({ attribute: false }) contactPoint = '';
  /** Address to begin with, when a session ended and the same person is to go on. */
  @property({ attribute: false }) email = '';

  @state() private flow: SignInState = startOfSignIn;

  override willUpdate(): void {
    if (!this.hasUpdated && this.email) this.go({ type: 'emailTyped', email: this.email });
  }

  override render(): TemplateResult {
    return this.flow.step === 'address' ? this.addressForm(this.flow) : this.codeForm(this.flow);
  }

  private addressForm({ email, busy, problem }: SignInState): TemplateResult {
    return html`<h1 tabindex="-1">${words.title}</h1>
      <p>${words.why}</p>
      <form class="card" @submit=${this.sendAddress}>
        ${this.notice(problem)}
        ${textField({
          id: 'sign-in-email',
          label: words.email,
          type: 'email',
          autocomplete: 'email',
          value: email,
          isRefused: refusedFieldOf(problem)?.field === 'email',
          onInput: (typed) => this.go({ type: 'emailTyped', email: typed }),
        })}
        <button class="big-button" ?disabled=${busy}>${words.send}</button>
      </form>`;
  }

  private codeForm(flow: SignInState & { step: 'code' }): TemplateResult {
    return html`<h1 tabindex="-1">${words.codeTitle}</h1>
      <p role="status">${sentInWords(flow)}</p>
      <form class="card" @submit=${this.sendCode} novalidate>
        ${this.notice(flow.problem)} ${flow.ended ? nothing : this.codeField(flow)}
        <p class="hint">${words.spam} ${words.noMail}</p>
        <p class="buttons">
          <button type="button" ?disabled=${flow.busy} @click=${this.sendMail}>${words.again}</button>
          <button type="button" @click=${this.otherAddress}>${words.otherAddress}</button>
        </p>
      </form>`;
  }

  private codeField({ code, busy }: SignInState & { step: 'code' }): TemplateResult {
    return html`${codeField({
      id: 'sign-in-code',
      label: words.code,
      hint: words.codeHint,
      value: code,
      onInput: (typed) => this.go({ type: 'codeTyped', code: typed }),
    })} <button class="big-button" ?disabled=${busy}>${words.enter}</button>`;
  }

  private notice(problem: ApiProblem | string | undefined): unknown {
    return problem ? problemNotice(withLabel(problem, labelOf)) : nothing;
  }

  private readonly sendAddress = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (await this.sendMail()) await this.focusOn('h1');
  };

  private readonly sendMail = async (): Promise<boolean> => {
    if (this.flow.busy) return false;
    const askedAt = stepOf(this.flow);
    const email = this.flow.email.trim();
    this.go({ type: 'sending' });
    try {
      const signInId = await askForCode(this.contactPoint, email);
      this.go({ type: 'mailSent', signInId, email, askedAt });
      return true;
    } catch (caught) {
      await this.refuse(asProblem(caught), askedAt);
      return false;
    }
  };

  private readonly sendCode = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.flow.step !== 'code' || this.flow.busy) return;
    const { signInId } = this.flow;
    const code = digitsOf(this.flow.code);
    if (code.length !== CODE_LENGTH) return this.refuse(words.codeLength(code.length), signInId);
    this.go({ type: 'sending' });
    try {
      await signInWithCode(signInId, code);
      this.wish('vh-signed-in');
    } catch (caught) {
      await this.refuse(asProblem(caught), signInId);
    }
  };

  private readonly otherAddress = async (): Promise<void> => {
    this.go({ type: 'otherAddress' });
    await this.focusOn('#sign-in-email');
  };

  private async refuse(problem: ApiProblem | string, askedAt: string): Promise<void> {
    this.go({ type: 'refused', problem, askedAt });
    await this.focusOn('[role=alert]');
  }

  private go(event: SignInEvent): void {
    this.flow = nextSignIn(this.flow, event);
  }
}

define('vh-sign-in', VhSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'vh-sign-in': VhSignIn;
  }
  interface HTMLElementEventMap {
    'vh-signed-in': CustomEvent;
  }
}
