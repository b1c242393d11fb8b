import { html, nothing, type TemplateResult } from 'lit';
import type { ClosureHit, Treatment } from '../../api/shapes.js';
import { radioField } from '../../parts/choice-field.js';
import { dayInWords } from '../../parts/date-words.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { deskWords } from '../../words/words.js';
import { closureOf } from './closure-draft.js';
import { closedInWords, closureInWords, hitInWords, type Closable } from './closure-words.js';
import type { WriteClosureState } from './write-closure-flow.js';

const words = deskWords.closures.preview;

/** More rows than this at once hide the choice below them. */
export const FIRST_HITS = 8;

export interface PreviewWishes {
  showAll: () => void;
  choose: (dates: Treatment) => void;
  save: () => void;
  back: () => void;
  reload: () => void;
}

/** What would be closed, which dates that hits, and what is to become of them. */
export function previewStep(state: WriteClosureState, what: Closable, wishes: PreviewWishes): TemplateResult {
  const { hitCount, dates, busy, problem, isStale } = state;
  const { reason, ...when } = closureOf(state.draft);
  return html`<h3 tabindex="-1">${words.title}</h3>
    ${problem ? problemNotice(problem) : nothing} ${isStale ? staleNotice(wishes) : nothing}
    <dl class="facts">
      <dt>${deskWords.closures.closed}</dt>
      <dd>${closedInWords(state, what)}</dd>
      <dt>${words.when}</dt>
      <dd>${closureInWords(when)}</dd>
      ${
        reason
          ? html`<dt>${words.reason}</dt>
              <dd>${reason}</dd>`
          : nothing
      }
    </dl>
    ${hitCount === 0 ? html`<p>${words.hits(0)}</p>` : [hitList(state, wishes), choice(state, wishes)]}
    <div class="buttons">
      <button type="button" class="big-button" ?disabled=${busy} @click=${wishes.save}>
        ${dates === 'cancel' ? words.submitAndCancel(hitCount) : words.submit}
      </button>
      <button type="button" ?disabled=${busy} @click=${wishes.back}>${words.change}</button>
    </div>`;
}

/** Saving now would undo what a colleague has done. */
function staleNotice({ reload }: PreviewWishes): TemplateResult {
  return html`<div class="warning" role="alert" tabindex="-1">
    <p>${words.stale}</p>
    <button type="button" @click=${reload}>${words.reload}</button>
  </div>`;
}

/** The house names the first two hundred. */
function hitList(
  { hitCount, hits, showsAll }: WriteClosureState,
  { showAll }: PreviewWishes,
): TemplateResult {
  const shown = showsAll ? hits : hits.slice(0, FIRST_HITS);
  const hidden = hits.length - shown.length;
  const unnamed = hitCount - hits.length;
  return html`<h4>${words.hits(hitCount)}</h4>
    <ul class="entries">
      ${shown.map(hitRow)}
    </ul>
    ${
      hidden > 0
        ? html`<p><button type="button" @click=${showAll}>${words.more(hidden)}</button></p>`
        : unnamed > 0
          ? html`<p>${words.unnamed(unnamed)}</p>`
          : nothing
    }`;
}

function hitRow(hit: ClosureHit): TemplateResult {
  return html`<li tabindex="-1">
    <p><strong>${dayInWords(hit.date)}</strong></p>
    <p>${hitInWords(hit)}</p>
  </li>`;
}

function choice({ dates, hitCount }: WriteClosureState, { choose }: PreviewWishes): TemplateResult {
  return radioField({
    id: 'closure-dates',
    label: words.choice(hitCount),
    value: dates,
    choices: [
      { value: 'leave', label: words.leave(hitCount) },
      { value: 'cancel', label: words.cancel },
    ],
    onInput: (chosen) => choose(chosen === 'cancel' ? 'cancel' : 'leave'),
  });
}
