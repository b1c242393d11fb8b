import { html, nothing, type TemplateResult } from 'lit';
import { ApiProblem, refusedFieldOf, SESSION_ENDED } from '../api/problem.js';
import { commonWords } from '../words/words.js';

/** What went wrong, as one calm sentence. */
export function sentenceOf(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return commonWords.unknownProblem;
  if (problem.status === 0) return commonWords.unreachable;
  if (problem.code === SESSION_ENDED) return commonWords.resumed;
  const refused = refusedFieldOf(problem);
  if (refused) return commonWords.check(refused.message);
  return problem.body.detail ?? commonWords.unknownProblem;
}

/** The same with the name that people read of the field that the house does not take, where it is one of theirs. */
export function withLabel<Problem>(
  problem: Problem,
  labelOf: (field: string) => string | undefined,
): Problem | string {
  const refused = refusedFieldOf(problem);
  const label = refused && labelOf(refused.field);
  return label ? `„${label}“: ${refused.message}` : problem;
}

/** An alert that can take the focus, beside the form or list it belongs to. */
export function problemNotice(problem: unknown, retry?: () => void): TemplateResult {
  return alert(
    problem,
    html`<p>${inWords(problem)}</p>
      ${retry ? html`<button type="button" @click=${retry}>${commonWords.retry}</button>` : nothing}`,
  );
}

/** The same in a long form, with a way to the field that the house does not take, if there is one. */
export function problemInForm(
  problem: unknown,
  { labelOf, toField }: { labelOf: (field: string) => string | undefined; toField: () => void },
): TemplateResult {
  const named = withLabel(problem, labelOf);
  return alert(
    problem,
    html`<p>${inWords(named)}</p>
      ${named === problem ? nothing : html`<button type="button" @click=${toField}>${commonWords.toField}</button>`}`,
  );
}

/** The same about one of several, whose heading may be out of sight. */
export function problemAbout(name: string, problem: unknown): TemplateResult {
  return alert(
    problem,
    html`<p><strong>${name}</strong></p>
      <p>${inWords(problem)}</p>`,
  );
}

function alert(problem: unknown, said: TemplateResult): TemplateResult {
  const resumed = problem instanceof ApiProblem && problem.code === SESSION_ENDED;
  return html`<div class=${resumed ? 'warning' : 'error'} role="alert" tabindex="-1">${said}</div>`;
}

const inWords = (problem: unknown): string => (typeof problem === 'string' ? problem : sentenceOf(problem));
