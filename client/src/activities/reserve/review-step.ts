import { html, nothing, type TemplateResult } from 'lit';
import { dayInWords } from '../../parts/date-words.js';
import { problemNotice } from '../../parts/problem-notice.js';
import {
  clashRows,
  freeDates,
  freeRows,
  progressInWords,
  type Settler,
} from '../../parts/settling/dated-rows.js';
import { isLeftOut, keptDates, keyOf, openClashes } from '../../parts/settling/settling.js';
import { commonWords, houseWords } from '../../words/words.js';
import type { ReviewStep } from './reserve-flow.js';

const words = houseWords.reserve;

export interface ReviewWishes extends Pick<Settler, 'choose' | 'takeBack'> {
  reserve: () => void;
  toOpen: () => void;
  back: () => void;
}

/** All dates of a series with their verdicts; clashes are settled here, one by one. */
export function reviewStep(state: ReviewStep, wishes: ReviewWishes): TemplateResult {
  const { settling, inWords, notice, busy } = state;
  const settler = { settling, ...wishes };
  return html`<h1 tabindex="-1">${words.reviewTitle}</h1>
    <p>${inWords}. ${startInWords(state)}</p>
    ${notice ? html`<p class="warning">${notice}</p>` : nothing} ${alertOf(state)} ${clashRows(settler)}
    ${freeDates(settling).length > 0 ? free(settler) : nothing}
    <p role="status" class="progress">${busy ? commonWords.loading : progressInWords(settling)}</p>
    <div class="buttons">
      ${mainButton(state, wishes)}
      <button type="button" ?disabled=${busy} @click=${wishes.back}>${words.change}</button>
    </div>`;
}

/** It may be later than the day that was typed, such as when its weekday was not named. */
function startInWords({ settling }: ReviewStep): string {
  const first = settling.dates.find((date) => !isLeftOut(settling.choices[keyOf(date)]));
  return first ? words.startsOn(dayInWords(first.date)) : '';
}

function free(settler: Settler): TemplateResult {
  const hasClashes = Object.keys(settler.settling.clashes).length > 0;
  return html`<section class="card" aria-labelledby="free-title">
    <h2 id="free-title">${words.freeDates(hasClashes)}</h2>
    <p class="hint">${words.freeHint}</p>
    ${freeRows(settler)}
  </section>`;
}

function alertOf({ overtaken, problem }: ReviewStep): unknown {
  if (problem) return problemNotice(problem);
  return overtaken
    ? html`<div class="warning" role="alert" tabindex="-1"><p>${houseWords.settling.overtaken}</p></div>`
    : nothing;
}

function mainButton({ settling, busy }: ReviewStep, { reserve, toOpen }: ReviewWishes): TemplateResult {
  const open = openClashes(settling).length;
  if (open > 0)
    return html`<button type="button" class="big-button" @click=${toOpen}>
      ${houseWords.settling.toOpen(open)}
    </button>`;
  const dates = keptDates(settling);
  if (dates === 0) return html`<p class="warning">${words.allLeftOut}</p>`;
  return html`<button type="button" class="big-button" ?disabled=${busy} @click=${reserve}>
    ${words.reserveAll(dates)}
  </button>`;
}
