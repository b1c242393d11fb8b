import { html, nothing, type TemplateResult } from 'lit';
import { now } from '../../api/house-clock.js';
import type { Occurrence, Scope } from '../../api/shapes.js';
import { dateInWords } from '../../parts/date-words.js';
import { problemAbout } from '../../parts/problem-notice.js';
import { scopeField } from '../../parts/scope-field.js';
import { houseWords } from '../../words/words.js';
import type { ActState } from './act-flow.js';
import { calledOff } from './called-off.js';
import { refusedInWords } from './refused-in-words.js';
import { nameAmong } from './told-apart.js';

const words = houseWords.dates;

export interface CancelWishes {
  keep: (occurrence: Occurrence) => void;
  cancel: (occurrence: Occurrence) => void;
  chooseScope: (scope: Scope) => void;
}

export interface CancelQuestion {
  occurrence: Occurrence;
  /** All that are listed, with the others of its series. */
  dates: readonly Occurrence[];
  act: ActState;
  wishes: CancelWishes;
}

/** Really? And for a date of a series: how much of it? */
export function cancelQuestion(question: CancelQuestion): TemplateResult {
  const { occurrence, dates, act, wishes } = question;
  const { isSeries } = occurrence;
  const really = isSeries ? words.reallyCancelSeries : words.reallyCancel;
  const name = nameAmong(dates, occurrence);
  return html`<div class="warning question" role="group" aria-labelledby="question-${occurrence.id}">
    <p id="question-${occurrence.id}" tabindex="-1"><strong>${really(name)}</strong></p>
    ${isSeries ? scope(act, wishes) : nothing}
    <p>${words.cancelMeans}</p>
    ${act.problem ? problemAbout(name, refusedInWords(act, act.problem, occurrence)) : nothing}
    <div class="buttons">
      <button type="button" class="danger" ?disabled=${act.busy} @click=${() => wishes.cancel(occurrence)}>
        ${yes(question)}
      </button>
      <button type="button" ?disabled=${act.busy} @click=${() => wishes.keep(occurrence)}>
        ${isSeries ? words.noKeepDates : words.noKeep}
      </button>
    </div>
  </div>`;
}

/** The button names how much goes. */
function yes({ occurrence, dates, act }: CancelQuestion): string {
  const gone = calledOff(occurrence, act.scope, { dates, now: now() });
  const [last] = gone.slice(-1);
  return last && gone.length > 1
    ? words.yesCancelDates(gone.length, dateInWords(last.date))
    : words.yesCancel;
}

function scope(act: ActState, { chooseScope }: CancelWishes): TemplateResult {
  return scopeField({
    id: 'cancel-scope',
    label: words.whichCancel,
    value: act.scope,
    onInput: chooseScope,
  });
}
