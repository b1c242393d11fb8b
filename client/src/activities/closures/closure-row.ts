import { html, nothing, type TemplateResult } from 'lit';
import type { Closure } from '../../api/shapes.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { today } from '../../parts/local-time.js';
import { deskWords } from '../../words/words.js';
import { closureInWords, isOver, scopeInWords } from './closure-words.js';
import type { RemovalState } from './removal-flow.js';

const words = deskWords.closures;

export interface RowWishes {
  change: (closure: Closure) => void;
  ask: (closure: Closure) => void;
  keep: (closure: Closure) => void;
  remove: (closure: Closure) => void;
}

/** One closure; it can be changed, and removed after a question. */
export function closureRow(closure: Closure, removal: RemovalState, wishes: RowWishes): TemplateResult {
  const { id, reason } = closure;
  const when = closureInWords(closure);
  const about = [scopeInWords(closure), reason, isOver(closure, today()) ? words.past : ''];
  return html`<li id="closure-${id}">
    <div class="line">
      <div class="what">
        <p><strong>${when}</strong></p>
        <p>${about.filter(Boolean).join(' · ')}</p>
      </div>
      ${
        removal.id === id
          ? nothing
          : html`<div class="buttons">
              <button type="button" ?disabled=${removal.busy} @click=${() => wishes.change(closure)}>
                ${words.change}<span class="visually-hidden">${words.of(when)}</span>
              </button>
              <button type="button" class="ask" ?disabled=${removal.busy} @click=${() => wishes.ask(closure)}>
                ${words.remove}<span class="visually-hidden">${words.of(when)}</span>
              </button>
            </div>`
      }
    </div>
    ${removal.id === id ? question(closure, removal, wishes) : nothing}
  </li>`;
}

function question(closure: Closure, { busy, problem }: RemovalState, wishes: RowWishes): TemplateResult {
  const { id } = closure;
  return html`<div class="warning question" role="group" aria-labelledby="question-${id}">
    <p id="question-${id}" tabindex="-1"><strong>${words.reallyRemove}</strong></p>
    <p>${words.removeMeans}</p>
    ${problem ? problemNotice(problem) : nothing}
    <div class="buttons">
      <button type="button" class="danger" ?disabled=${busy} @click=${() => wishes.remove(closure)}>
        ${words.yesRemove}
      </button>
      <button type="button" ?disabled=${busy} @click=${() => wishes.keep(closure)}>${words.noKeep}</button>
    </div>
  </div>`;
}
