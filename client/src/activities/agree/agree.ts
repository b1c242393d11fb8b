import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { asProblem, GONE, type ApiProblem } from '../../api/problem.js';
import type { Agreement } from '../../api/shapes.js';
import { acceptAgreement } from '../../api/sign-ins.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { houseWords } from '../../words/words.js';

const words = houseWords.agree;

/**
 * Shows the agreements a person has not accepted yet, all on one page with one button.
 *
 * @event vh-agreed - every one of them is accepted; no detail
 * @event vh-rules-changed - they are no longer those that hold; no detail
 */
export class VhAgree extends LightElement {
  @property({ attribute: false }) agreements: Agreement[] = [];
  /** Others stood here a moment ago. */
  @property({ attribute: false }) haveChanged = false;

  @state() private busy = false;
  @state() private problem: ApiProblem | undefined;

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('agreements') && this.haveChanged) void this.focusOn('.warning');
  }

  override render(): TemplateResult {
    return html`<h1 tabindex="-1">${words.title}</h1>
      ${this.haveChanged ? html`<p class="warning" role="status" tabindex="-1">${words.changed}</p>` : nothing}
      <p>${words.why}</p>
      ${this.agreements.map(
        ({ title, text }) =>
          html`<section class="card">
            <h2>${title}</h2>
            ${text.split(/\n\s*\n/).map((paragraph) => html`<p class="agreement">${paragraph}</p>`)}
          </section>`,
      )}
      ${this.problem ? problemNotice(this.problem) : nothing}
      <button type="button" class="big-button" ?disabled=${this.busy} @click=${this.accept}>
        ${words.accept}
      </button>`;
  }

  private readonly accept = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    try {
      for (const { version } of this.agreements) await acceptAgreement(version);
      this.wish('vh-agreed');
    } catch (caught) {
      await this.refuse(asProblem(caught));
    } finally {
      this.busy = false;
    }
  };

  private async refuse(problem: ApiProblem): Promise<void> {
    if (problem.status === GONE) {
      this.wish('vh-rules-changed');
      return;
    }
    this.problem = problem;
    await this.focusOn('[role=alert]');
  }
}

define('vh-agree', VhAgree);

declare global {
  interface HTMLElementTagNameMap {
    'vh-agree': VhAgree;
  }
  interface HTMLElementEventMap {
    'vh-agreed': CustomEvent;
    'vh-rules-changed': CustomEvent;
  }
}
