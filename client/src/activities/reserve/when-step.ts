import { html, nothing, type TemplateResult } from 'lit';
import type { DayOfRooms } from '../../api/contact-points.js';
import type { Rules } from '../../api/shapes.js';
import { refusalNotice, tellsOfPause, type ClashNotice } from '../../parts/settling/clash-notice.js';
import { isChoosable } from '../../parts/choosable-days.js';
import { wishedDay, wishInWords, type WishedDay } from '../../parts/wished-day.js';
import { commonWords, houseWords } from '../../words/words.js';
import { peopleOf, type Draft } from './draft.js';
import type { WhenStep } from './reserve-flow.js';
import { whenFields } from './when-form.js';

const words = houseWords.reserve;

export interface WhenView {
  state: WhenStep;
  groupId: string;
  rules: Rules;
  /** The rooms of the chosen day, once they are known. */
  day: DayOfRooms | undefined;
}

export interface WhenWishes {
  change: (draft: Partial<Draft>) => void;
  submit: (event: Event) => void;
  take: ClashNotice['take'];
  leave: () => void;
}

/** Wann? The form; what the house says about the wish stands above its button. */
export function whenStep(view: WhenView, wishes: WhenWishes): TemplateResult {
  const { state, groupId, rules, day } = view;
  const { clashes, problem, busy } = state;
  const regularly = state.draft.often === 'regularly';
  const said = regularly && !day?.noServerOpen ? words.wishOfSeries : wishOf(view);
  const isSaid = tellsOfPause(state);
  const refusal = { clashes, problem, lead: words.insteadOf, busy: busy !== false, take: wishes.take };
  return html`<h1 tabindex="-1">${words.whenTitle}</h1>
    <form class="card" @submit=${wishes.submit}>
      ${refusalNotice(refusal)} ${whenFields({ state, groupId, rules, day, change: wishes.change })}
      <p role="status" class="wish">${busy ? commonWords.loading : isSaid ? nothing : said}</p>
      <div class="buttons">
        <button class="big-button" ?disabled=${busy}>${regularly ? words.look : words.submit}</button>
        <button type="button" @click=${wishes.leave}>${words.cancel}</button>
      </div>
    </form>`;
}

function wishOf(view: WhenView): unknown {
  const wished = wishedOf(view);
  return wished && isChoosable(wished.wish.date, view.rules) ? wishInWords(wished) : nothing;
}

/** The chosen day with all its rooms. */
export function wishedDayOf(view: WhenView): unknown {
  const wished = wishedOf(view);
  return wished ? wishedDay(wished) : nothing;
}

function wishedOf({ state: { draft }, rules, day }: WhenView): WishedDay | undefined {
  return day && { day, wish: draft, roomId: draft.roomId, people: peopleOf(draft), rules };
}
