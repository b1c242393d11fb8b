import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { readClosures, readRoomsToClose, removeClosure } from '../../api/closures.js';
import { asProblem, CHANGED_MEANWHILE, mayBeDone, unlessDone } from '../../api/problem.js';
import type { Closure, DeskRoom } from '../../api/shapes.js';
import { announcement } from '../../parts/announcement.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { today } from '../../parts/local-time.js';
import { deskWords } from '../../words/words.js';
import { closureRow, type RowWishes } from './closure-row.js';
import { closureInWords, inOrder } from './closure-words.js';
import { nextRemoval, nothingRemoved, type RemovalEvent, type RemovalState } from './removal-flow.js';
import './write-closure.js';

const words = deskWords.closures;

/** When the contact point or, for the operator, the house is closed. */
export class VhClosures extends LightElement {
  @property({ attribute: false }) scope: 'contactPoint' | 'house' = 'contactPoint';
  /** Counted up by the parent when somebody signed in again. */
  @property({ attribute: false }) round = 0;

  @state() private removal: RemovalState = nothingRemoved;
  /** The form is open, for a new closure or for one that changes. */
  @state() private form: { closure?: Closure } | undefined;

  private readonly closures = new Task(this, {
    task: (_, { signal }) => readClosures(signal),
    args: () => [this.round] as const,
  });

  private readonly rooms = new Task(this, {
    task: (_, { signal }) => readRoomsToClose(signal),
    args: () => [this.round] as const,
    onComplete: (rooms) => {
      this.knownRooms = rooms;
    },
  });

  /** A form that is open outlives a read that fails. */
  private knownRooms: DeskRoom[] | undefined;

  private readonly wishes: RowWishes = {
    change: (closure) => this.open({ closure }),
    ask: (closure) => void this.ask(closure),
    keep: (closure) => void this.keep(closure),
    remove: (closure) => void this.end(closure),
  };

  override render(): TemplateResult {
    const why = this.knownRooms?.length === 0 ? words.whyWithoutRooms : words.why;
    return html`<section class="card" aria-labelledby="closures-title">
      <h2 id="closures-title">${words.title}</h2>
      <p>${why[this.scope]}</p>
      ${announcement(this.removal.done)} ${this.form ? this.writing(this.form) : this.list()}
    </section>`;
  }

  private writing({ closure }: { closure?: Closure }): unknown {
    const { knownRooms } = this;
    if (!knownRooms) return loaded(this.rooms, () => nothing);
    return html`<vh-write-closure
      .scope=${this.scope}
      .rooms=${knownRooms}
      .closure=${closure}
      @vh-closure-made=${(event: CustomEvent<{ inWords: string }>) => void this.finish(event.detail.inWords)}
      @vh-back=${() => void this.leaveForm()}
    ></vh-write-closure>`;
  }

  private list(): TemplateResult {
    return html`${loaded(this.closures, (closures) => this.rows(closures))}
      <button type="button" class="add" ?disabled=${this.removal.busy} @click=${() => this.open({})}>
        ${words.add}
      </button>`;
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

  private open(form: { closure?: Closure }): void {
    this.removal = nothingRemoved;
    this.form = form;
  }

  private async leaveForm(): Promise<void> {
    const { closure } = this.form ?? {};
    this.form = undefined;
    // A colleague may have changed or removed it while it was looked at; one may be made although no answer came.
    await this.closures.run();
    await this.updateComplete;
    const row = closure && `#closure-${CSS.escape(closure.id)} button`;
    await this.focusOn(row && this.querySelector(row) ? row : '.add');
  }

  /** The list anew, with what was done said above it. */
  private async finish(inWords: string): Promise<void> {
    await this.closures.run();
    this.form = undefined;
    this.go({ type: 'done', inWords });
    await this.focusOn('.announcement');
  }

  private async ask({ id }: Closure): Promise<void> {
    this.go({ type: 'asked', id });
    await this.focusOn(`#question-${CSS.escape(id)}`);
  }

  private async keep({ id }: Closure): Promise<void> {
    this.go({ type: 'kept' });
    await this.focusOn(`#closure-${CSS.escape(id)} .ask`);
  }

  private async end(closure: Closure): Promise<void> {
    if (this.removal.busy) return;
    this.go({ type: 'sending' });
    try {
      await removeClosure(closure).catch(unlessDone(() => this.isGone(closure), mayBeDone));
      await this.finish(words.removed(closureInWords(closure)));
    } catch (caught) {
      const problem = asProblem(caught);
      this.go({ type: 'refused', problem: problem.status === CHANGED_MEANWHILE ? words.stale : problem });
      await this.focusOn('[role=alert]');
    }
  }

  /** A colleague may have removed or changed it: the list shows what is true now, or nothing that is not known to hold. */
  private async isGone({ id }: Closure): Promise<true | undefined> {
    await this.closures.run();
    return this.closures.value?.every((each) => each.id !== id) ? true : undefined;
  }

  private go(event: RemovalEvent): void {
    this.removal = nextRemoval(this.removal, event);
  }
}

define('vh-closures', VhClosures);

declare global {
  interface HTMLElementTagNameMap {
    'vh-closures': VhClosures;
  }
}
