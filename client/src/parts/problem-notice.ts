import { html, nothing, type TemplateResult } from 'lit';
import { ApiProblem, isPause, NO_MORE_MAILS, SESSION_ENDED } from '../api/problem.js';
import { commonWords } from '../words/words.js';

/** What went wrong, as one calm sentence. */
export function sentenceOf(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return commonWords.unknownProblem;
  if (problem.status === 0) return commonWords.unreachable;
  if (problem.code === SESSION_ENDED) return commonWords.resumed;
  if (problem.code === NO_MORE_MAILS) return commonWords.noMoreMails;
  if (isPause(problem)) return commonWords.pause;
  return problem.body.detail ?? commonWords.unknownProblem;
}

/** An alert that can take the focus, beside the form or list it belongs to. */
export function problemNotice(problem: unknown, retry?: () => void): TemplateResult {
  const resumed = problem instanceof ApiProblem && problem.code === SESSION_ENDED;
  return html`<div class=${resumed ? 'warning' : 'error'} role="alert" tabindex="-1">
    <p>${typeof problem === 'string' ? problem : sentenceOf(problem)}</p>
    ${retry ? html`<button type="button" @click=${retry}>${commonWords.retry}</button>` : nothing}
  </div>`;
}
