import { type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { addClosure, changeClosure, previewClosure, readClosures } from '../../api/closures.js';
import { ApiProblem, asProblem, CHANGED_MEANWHILE, GONE, mayBeDone, unlessDone } from '../../api/problem.js';
import type { Closure, ClosureHits, ClosureWish, DeskRoom, Treatment } from '../../api/shapes.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { deskWords } from '../../words/words.js';
import { closureOf, isAsWished } from './closure-draft.js';
import { closureForm, type ClosureFormWishes } from './closure-form.js';
import { FIRST_HITS, previewStep, type PreviewWishes } from './preview-step.js';
import {
  nextClosure,
  startOfClosure,
  type WriteClosureEvent,
  type WriteClosureState,
} from './write-closure-flow.js';

const words = deskWords.closures;

/**
 * Closes the contact point, the house or a room for a while, or changes when and why; before it is saved, the dates
 * that it hits are shown.
 *
 * @event vh-closure-made - a closure was saved; detail `{ inWords }`, what happened as a sentence
 * @event vh-back - the person wants none; no detail
 */
export class VhWriteClosure extends LightElement {
  /** What is closed unless a room is chosen. */
  @property({ attribute: false }) scope: 'contactPoint' | 'house' = 'contactPoint';
  /** The rooms that can be closed. */
  @property({ attribute: false }) rooms: DeskRoom[] = [];
  /** The one that is changed; absent for a new one. Read once. */
  @property({ attribute: false }) closure: Closure | undefined;

  @state() private flow: WriteClosureState = startOfClosure();

  private readonly wishes: ClosureFormWishes & PreviewWishes = {
    type: (draft) => this.go({ type: 'typed', draft }),
    preview: (event) => void this.preview(event),
    leave: () => this.wish('vh-back'),
    showAll: () => void this.showAll(),
    choose: (dates) => this.go({ type: 'chose', dates }),
    save: () => void this.save(),
    back: () => void this.back(),
    reload: () => void this.reload(),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.flow = startOfClosure(this.closure);
  }

  override render(): TemplateResult {
    const { flow, scope, rooms, wishes } = this;
    const what = { scope, rooms };
    return flow.step === 'form' ? closureForm(flow, what, wishes) : previewStep(flow, what, wishes);
  }

  override firstUpdated(): void {
    void this.focusOn('h3');
  }

  private async preview(event: Event): Promise<void> {
    event.preventDefault();
    await this.run(async () => {
      const { draft: asked } = this.flow;
      this.go({ type: 'previewed', asked, ...(await previewClosure(closureOf(asked))) });
      if (this.flow.step === 'preview') await this.focusOn('h3');
    });
  }

  private async save(): Promise<void> {
    const { closure, draft, dates } = this.flow;
    const wish = closureOf(draft);
    await this.run(async () => {
      const saving = closure ? changeClosure(closure, wish, dates) : addClosure(wish, dates);
      const { hitCount } = await saving.catch(unlessDone(() => this.hitsAsSaved(wish), mayBeDone));
      this.wish('vh-closure-made', { inWords: `${words.saved} ${becameOf(hitCount, dates)}` });
    });
  }

  /** What a change hits, if it is saved by now. A new one is not looked for: sent again, it is made once. */
  private async hitsAsSaved(wish: ClosureWish): Promise<ClosureHits | undefined> {
    const { closure: before, dates, hitCount, hits } = this.flow;
    const now = before && (await this.readNow());
    if (!now || now.version === before.version || !isAsWished(now, wish)) return undefined;
    const standing = await previewClosure(wish);
    if (dates === 'leave') return standing;
    return standing.hitCount === 0 ? { hitCount, hits } : undefined;
  }

  /** What the colleague saved, with what was typed here. */
  private async reload(): Promise<void> {
    await this.run(async () => {
      const closure = await this.readNow();
      if (!closure) throw new ApiProblem(GONE);
      this.go({ type: 'reloaded', closure });
      await this.focusOn('.announcement');
    });
  }

  private async readNow(): Promise<Closure | undefined> {
    const closures = await readClosures(new AbortController().signal);
    return closures.find(({ id }) => id === this.flow.closure?.id);
  }

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.flow.busy) return;
    this.go({ type: 'sending' });
    try {
      await work();
    } catch (caught) {
      this.go(this.refusalOf(asProblem(caught)));
      await this.focusOn('[role=alert]');
    }
  }

  private refusalOf(problem: ApiProblem): WriteClosureEvent {
    if (problem.status === CHANGED_MEANWHILE) return { type: 'wasStale' };
    const isGone = problem.status === GONE && this.flow.closure !== undefined;
    return { type: 'refused', problem: isGone ? words.gone : problem };
  }

  private async showAll(): Promise<void> {
    this.go({ type: 'allShown' });
    await this.focusOn(`.entries li:nth-child(${String(FIRST_HITS + 1)})`);
  }

  private async back(): Promise<void> {
    this.go({ type: 'back' });
    await this.focusOn('h3');
  }

  private go(event: WriteClosureEvent): void {
    this.flow = nextClosure(this.flow, event);
  }
}

function becameOf(hitCount: number, dates: Treatment): string {
  if (hitCount === 0) return words.noneHit;
  return dates === 'cancel' ? words.cancelled(hitCount) : words.left(hitCount);
}

define('vh-write-closure', VhWriteClosure);

declare global {
  interface HTMLElementTagNameMap {
    'vh-write-closure': VhWriteClosure;
  }
  interface HTMLElementEventMap {
    'vh-closure-made': CustomEvent<{ inWords: string }>;
  }
}
