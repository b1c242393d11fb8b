import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { readClosures, removeClosure } from '../../api/closures.js';
import { asProblem, type ApiProblem } from '../../api/problem.js';
import type { Closure } from '../../api/shapes.js';
import { announcement } from '../../parts/announcement.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { today } from '../../parts/local-time.js';
import { deskWords } from '../../words/words.js';
import { closureRow, type RowWishes } from './closure-row.js';
import { closureInWords, inOrder } from './closure-words.js';
import './new-closure.js';
import { nextRemoval, nothingRemoved, type RemovalEvent, type RemovalState } from './removal-flow.js';

const words = deskWords.closures;
const GONE = 404;
const CHANGED_MEANWHILE = 412;

/** When the contact point or, for the operator, the house is closed. */
export class VhClosures extends LightElement {
  @property({ attribute: false }) scope: 'contactPoint' | 'house' = 'contactPoint';
  /** Counted up by the parent when somebody signed in again. */
  @property({ attribute: false }) round = 0;

  @state() private removal: RemovalState = nothingRemoved;
  @state() private isAdding = false;

  private readonly closures = new Task(this, {
    task: (_, { signal }) => readClosures(signal),
    args: () => [this.round] as const,
  });

  private readonly wishes: RowWishes = {
    ask: (closure) => void this.ask(closure),
    keep: (closure) => void this.keep(closure),
    remove: (closure) => void this.end(closure),
  };

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="closures-title">
      <h2 id="closures-title">${words.title}</h2>
      <p>${words.why[this.scope]}</p>
      ${announcement(this.removal.done)} ${this.isAdding ? this.form() : this.list()}
    </section>`;
  }

  private form(): TemplateResult {
    return html`<vh-new-closure
      .closed=${words.scopes[this.scope]}
      @vh-closure-made=${(event: CustomEvent<{ inWords: string }>) => void this.finish(event.detail.inWords)}
      @vh-back=${() => void this.leaveForm()}
    ></vh-new-closure>`;
  }

  private list(): TemplateResult {
    return html`${loaded(this.closures, (closures) => this.rows(closures))}
      <button type="button" class="add" @click=${() => this.add()}>${words.add}</button>`;
  }

  private rows(closures: Closure[]): TemplateResult {
    if (closures.length === 0) return html`<p>${words.none}</p>`;
    return html`<ul class="entries">
      ${repeat(
        inOrder(closures, today()),
        ({ id }) => id,
        (closure) => closureRow(closure, this.removal, this.wishes),
      )}
    </ul>`;
  }

  private add(): void {
    this.removal = nothingRemoved;
    this.isAdding = true;
  }

  private async leaveForm(): Promise<void> {
    this.isAdding = false;
    await this.focusOn('.add');
  }

  /** The list anew, with what was done said above it. */
  private async finish(inWords: string): Promise<void> {
    await this.closures.run();
    this.isAdding = false;
    this.go({ type: 'done', inWords });
    await this.focusOn('.announcement');
  }

  private async ask({ id }: Closure): Promise<void> {
    this.go({ type: 'asked', id });
    await this.focusOn(`#question-${CSS.escape(id)}`);
  }

  private async keep({ id }: Closure): Promise<void> {
    this.go({ type: 'kept' });
    await this.focusOn(`#closure-${CSS.escape(id)} button`);
  }

  private async end(closure: Closure): Promise<void> {
    if (this.removal.busy) return;
    this.go({ type: 'sending' });
    try {
      await removed(closure);
      await this.finish(words.removed(closureInWords(closure)));
    } catch (caught) {
      await this.refuse(asProblem(caught));
      await this.focusOn('[role=alert]');
    }
  }

  /** A colleague may have changed it: the list must show what is true now. */
  private async refuse(problem: ApiProblem): Promise<void> {
    if (problem.status === CHANGED_MEANWHILE) await this.closures.run();
    this.go({ type: 'refused', problem: problem.status === CHANGED_MEANWHILE ? words.stale : problem });
  }

  private go(event: RemovalEvent): void {
    this.removal = nextRemoval(this.removal, event);
  }
}

/** Gone is gone, also when a colleague removed it. */
async function removed(closure: Closure): Promise<void> {
  try {
    await removeClosure(closure);
  } catch (caught) {
    if (asProblem(caught).status !== GONE) throw caught;
  }
}

define('vh-closures', VhClosures);

declare global {
  interface HTMLElementTagNameMap {
    'vh-closures': VhClosures;
  }
}
