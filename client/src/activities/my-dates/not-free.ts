import { html, type TemplateResult } from 'lit';
import { clashesOf, type ApiProblem } from '../../api/problem.js';
import type { Alternative, Clash, Occurrence } from '../../api/shapes.js';
import { periodInWords } from '../../parts/date-words.js';
import { sentenceOf } from '../../parts/problem-notice.js';
import { clashNotice } from '../../parts/settling/clash-notice.js';
import { houseWords } from '../../words/words.js';
import { problemAt, type ActState } from './act-flow.js';

const words = houseWords.dates;

export interface NotFreeWishes {
  takeUp: (occurrence: Occurrence, alternative?: Alternative) => void;
  reserveInstead: (occurrence: Occurrence, alternative: Alternative) => void;
  reserve: () => void;
}

/** What stands in the way of a date that was to take place after all. */
export function clashesAt(act: ActState, occurrenceId: string): Clash[] {
  const problem = problemAt(act, occurrenceId);
  return problem && act.act !== 'extend' ? clashesOf(problem) : [];
}

/** What is free instead, each as a button; where nothing is, the way to another day. */
export function notFree(
  occurrence: Occurrence,
  { act, busy, problem }: ActState & { problem: ApiProblem },
  { takeUp, reserveInstead, reserve }: NotFreeWishes,
): TemplateResult {
  const clashes = clashesOf(problem).filter(({ alternatives }) => alternatives.length > 0);
  if (clashes.length === 0)
    return html`<div class="warning" role="alert" tabindex="-1">
      <p><strong>${periodInWords(occurrence)}</strong></p>
      <p>${sentenceOf(problem)} ${words.otherDay}</p>
      <div class="buttons"><button type="button" @click=${reserve}>${words.reserveOtherDay}</button></div>
    </div>`;
  const isTakenUp = act === 'takeUp';
  return clashNotice({
    clashes,
    lead: isTakenUp ? words.takeUpInstead : words.reserveInstead,
    busy,
    level: 4,
    take: (alternative) =>
      isTakenUp ? takeUp(occurrence, alternative) : reserveInstead(occurrence, alternative),
  });
}
