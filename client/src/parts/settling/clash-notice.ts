import { html, nothing, type TemplateResult } from 'lit';
import { ApiProblem, isPause } from '../../api/problem.js';
import type { Alternative, Clash } from '../../api/shapes.js';
import { houseWords } from '../../words/words.js';
import { periodInWords } from '../date-words.js';
import { problemNotice } from '../problem-notice.js';
import { obstacleOf } from './settling.js';
import { waysOut } from './ways-out.js';

const words = houseWords.settling;

export interface ClashNotice {
  clashes: Clash[];
  /** The refusal itself. */
  problem?: ApiProblem | string | undefined;
  /** What a press on a way out does, as a sentence. */
  lead: string;
  busy: boolean;
  /** Of its heading, where it stands in a card with a heading of its own. */
  level?: 4;
  take: (alternative: Alternative) => void;
}

/** Why the house refuses a wish, as far as it has: a clash with its ways out, or else one sentence. */
export function refusalNotice(notice: ClashNotice): TemplateResult | typeof nothing {
  if (notice.clashes.length > 0) return clashNotice(notice);
  return notice.problem ? problemNotice(saidOf(notice.problem)) : nothing;
}

/** A pause may last: whoever has filled in a form hears that it is not lost. */
const saidOf = (problem: ApiProblem | string): ApiProblem | string =>
  tellsOfPause({ problem }) ? `${words.pause} ${words.typedStays}` : problem;

/** The pause is told already, and need not be told twice. */
export const tellsOfPause = ({ problem }: Pick<ClashNotice, 'problem'>): boolean =>
  problem instanceof ApiProblem && isPause(problem);

/** A clash of one date said plainly, with every way out as a button. */
export function clashNotice(notice: ClashNotice): TemplateResult {
  return html`<div class="warning" role="alert" tabindex="-1">
    <h2 aria-level=${notice.level ?? nothing}>${words.clashTitle}</h2>
    ${notice.clashes.map((clash) => oneClash(clash, notice))}
  </div>`;
}

function oneClash(clash: Clash, notice: ClashNotice): TemplateResult {
  const { lead, busy, take } = notice;
  const alternatives = waysOut(clash);
  const wayOut = (alternative: Alternative): TemplateResult =>
    html`<button type="button" ?disabled=${busy} @click=${() => take(alternative)}>
      ${wayOutInWords(alternative)}
    </button>`;
  return html`<p>${periodInWords(clash)}: ${sentenceOf(clash, notice)}</p>
    ${
      alternatives.length === 0
        ? html`<p>${clash.quotaFault === 'tooManyHoursAWeek' ? words.noAlternativeInWeek : words.noAlternative}</p>`
        : html`<p>${lead}</p>
            <div class="buttons">${alternatives.map(wayOut)}</div>`
    }`;
}

/** Of one clash the house says more than its verdict does: it knows whether a room was wished by name. */
function sentenceOf(clash: Clash, { clashes, problem }: ClashNotice): string {
  const said = clashes.length === 1 && problem instanceof ApiProblem ? problem.body.detail : undefined;
  return said ?? words.verdicts[obstacleOf(clash)];
}

export function wayOutInWords(alternative: Alternative): string {
  return 'time' in alternative ? words.takeTime(alternative.time) : words.takeRoom(alternative.roomName);
}
