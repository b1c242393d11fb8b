import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { signInAtDesk } from '../../api/desk.js';
import { asProblem, refusedFieldOf, type ApiProblem } from '../../api/problem.js';
import { define } from '../../parts/define.js';
import { textField } from '../../parts/field.js';
import { LightElement } from '../../parts/light-element.js';
import { problemNotice, withLabel } from '../../parts/problem-notice.js';
import { deskWords } from '../../words/words.js';

const words = deskWords.signIn;

const LABELS: Record<string, string | undefined> = { email: words.email, password: words.password };

/**
 * Signs a member of the contact point's team in.
 *
 * @event vh-signed-in - the session cookie is set; no detail
 */
export class VhDeskSignIn extends LightElement {
  @state() private email = '';
  @state() private password = '';
  @state() private busy = false;
  @state() private problem: ApiProblem | undefined;

  override render(): TemplateResult {
    const refused = refusedFieldOf(this.problem)?.field;
    return html`<h1 tabindex="-1">${words.title}</h1>
      <p>${words.why}</p>
      <form class="card" @submit=${this.send}>
        ${this.problem ? problemNotice(withLabel(this.problem, (field) => LABELS[field])) : nothing}
        ${textField({
          id: 'desk-email',
          label: words.email,
          type: 'email',
          autocomplete: 'username',
          value: this.email,
          isRefused: refused === 'email',
          onInput: (email) => (this.email = email),
        })}
        ${textField({
          id: 'desk-password',
          label: words.password,
          type: 'password',
          autocomplete: 'current-password',
          value: this.password,
          isRefused: refused === 'password',
          onInput: (password) => (this.password = password),
        })}
        <button class="big-button" ?disabled=${this.busy}>${words.enter}</button>
      </form>`;
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    try {
      await signInAtDesk(this.email.trim(), this.password);
      this.problem = undefined;
      this.wish('vh-signed-in');
    } catch (caught) {
      this.problem = asProblem(caught);
      await this.focusOn('[role=alert]');
    } finally {
      this.busy = false;
      this.password = '';
    }
  };
}

define('vh-desk-sign-in', VhDeskSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'vh-desk-sign-in': VhDeskSignIn;
  }
}
