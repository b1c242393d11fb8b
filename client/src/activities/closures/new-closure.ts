import { type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { addClosure, previewClosure } from '../../api/closures.js';
import { asProblem } from '../../api/problem.js';
import type { ClosureHit, Treatment } from '../../api/shapes.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { deskWords } from '../../words/words.js';
import { closureOf } from './closure-draft.js';
import { closureForm, type ClosureFormWishes } from './closure-form.js';
import {
  nextClosure,
  startOfClosure,
  type NewClosureEvent,
  type NewClosureState,
} from './new-closure-flow.js';
import { FIRST_HITS, previewStep, type PreviewWishes } from './preview-step.js';

const words = deskWords.closures;

/**
 * Closes the contact point or the house for a while; before it is saved, the dates that it hits are shown.
 *
 * @event vh-closure-made - a closure was saved; detail `{ inWords }`, what happened as a sentence
 * @event vh-back - the person wants none; no detail
 */
export class VhNewClosure extends LightElement {
  /** What is closed, in words. */
  @property({ attribute: false }) closed = '';

  @state() private flow: NewClosureState = startOfClosure;

  private readonly wishes: ClosureFormWishes & PreviewWishes = {
    type: (draft) => this.go({ type: 'typed', draft }),
    preview: (event) => void this.preview(event),
    leave: () => this.wish('vh-back'),
    showAll: () => void this.showAll(),
    choose: (dates) => this.go({ type: 'chose', dates }),
    save: () => void this.save(),
    back: () => void this.back(),
  };

  override render(): TemplateResult {
    const { flow, closed, wishes } = this;
    return flow.step === 'form' ? closureForm(flow, closed, wishes) : previewStep(flow, closed, wishes);
  }

  override firstUpdated(): void {
    void this.focusOn('h3');
  }

  private async preview(event: Event): Promise<void> {
    event.preventDefault();
    await this.run(async () => {
      this.go({ type: 'previewed', hits: await previewClosure(closureOf(this.flow.draft)) });
      await this.focusOn('h3');
    });
  }

  private async save(): Promise<void> {
    const { draft, dates } = this.flow;
    await this.run(async () => {
      const hits = await addClosure(closureOf(draft), dates);
      this.wish('vh-closure-made', { inWords: `${words.saved} ${becameOf(hits, dates)}` });
    });
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.flow.busy) return;
    this.go({ type: 'sending' });
    try {
      await work();
    } catch (caught) {
      this.go({ type: 'refused', problem: asProblem(caught) });
      await this.focusOn('[role=alert]');
    }
  }

  private async showAll(): Promise<void> {
    this.go({ type: 'allShown' });
    await this.focusOn(`.entries li:nth-child(${String(FIRST_HITS + 1)})`);
  }

  private async back(): Promise<void> {
    this.go({ type: 'back' });
    await this.focusOn('h3');
  }

  private go(event: NewClosureEvent): void {
    this.flow = nextClosure(this.flow, event);
  }
}

function becameOf({ length }: ClosureHit[], dates: Treatment): string {
  if (length === 0) return words.noneHit;
  return dates === 'cancel' ? words.cancelled(length) : words.left(length);
}

define('vh-new-closure', VhNewClosure);

declare global {
  interface HTMLElementTagNameMap {
    'vh-new-closure': VhNewClosure;
  }
  interface HTMLElementEventMap {
    'vh-closure-made': CustomEvent<{ inWords: string }>;
  }
}
