import { html, nothing, type TemplateResult } from 'lit';
import type { Occurrence } from '../../api/shapes.js';
import { problemAbout } from '../../parts/problem-notice.js';
import { houseWords } from '../../words/words.js';
import type { ActState } from './act-flow.js';
import { refusedInWords } from './refused-in-words.js';
import { nameAmong } from './told-apart.js';

const words = houseWords.dates;

export interface ChangeRoomWishes {
  keep: (occurrence: Occurrence) => void;
  changeRoom: (occurrence: Occurrence) => void;
}

export interface ChangeRoomQuestion {
  occurrence: Occurrence;
  /** All that are listed. */
  dates: readonly Occurrence[];
  act: ActState;
  wishes: ChangeRoomWishes;
}

/** Really? And what it does not help against. */
export function changeRoomQuestion({ occurrence, dates, act, wishes }: ChangeRoomQuestion): TemplateResult {
  const { busy, problem } = act;
  const name = nameAmong(dates, occurrence);
  const id = `question-${occurrence.id}`;
  return html`<div class="warning question" role="group" aria-labelledby=${id}>
    <p id=${id} tabindex="-1"><strong>${words.reallyChangeRoom}</strong><span class="visually-hidden"> ${words.of(name)}</span></p>
    <p>${words.changeRoomMeans}</p>
    <p>${words.changeRoomNot}</p>
    ${problem ? problemAbout(name, refusedInWords(act, problem, occurrence)) : nothing}
    <div class="buttons">
      <button type="button" class="danger" ?disabled=${busy} @click=${() => wishes.changeRoom(occurrence)}>
        ${words.yesChangeRoom}
      </button>
      <button type="button" ?disabled=${busy} @click=${() => wishes.keep(occurrence)}>${words.noChangeRoom}</button>
    </div>
  </div>`;
}
