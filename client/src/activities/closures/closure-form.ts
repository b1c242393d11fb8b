import { html, nothing, type TemplateResult } from 'lit';
import { radioField } from '../../parts/choice-field.js';
import { selectField, textField } from '../../parts/field.js';
import { timeOf, today } from '../../parts/local-time.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { commonWords, deskWords } from '../../words/words.js';
import { announcement } from '../../parts/announcement.js';
import type { ClosureDraft } from './closure-draft.js';
import { closedInWords, type Closable } from './closure-words.js';
import type { WriteClosureState } from './write-closure-flow.js';

const words = deskWords.closures.form;
const QUARTERS = 24 * 4;
/** Keeps browsers from taking a fifth digit for the year. */
const LAST_DAY = '2199-12-31';

export interface ClosureFormWishes {
  type: (draft: Partial<ClosureDraft>) => void;
  preview: (event: Event) => void;
  leave: () => void;
}

/** What is closed, from when to when, how often and why. */
export function closureForm(
  state: WriteClosureState,
  what: Closable,
  wishes: ClosureFormWishes,
): TemplateResult {
  const { closure, draft, busy, problem, isReloaded } = state;
  const { type } = wishes;
  return html`<h3 tabindex="-1">${closure ? words.titleOfChange : words.title}</h3>
    ${announcement(isReloaded ? words.reloaded : undefined)}
    <form @submit=${wishes.preview}>
      ${problem ? problemNotice(problem) : nothing} ${closed(state, what, type)}
      ${closure ? html`<p>${words.changeMeans}</p>` : nothing} ${length(draft, type)} ${span(draft, type)} ${often(draft, type)}
      ${textField({
        id: 'closure-reason',
        label: words.reason,
        hint: words.reasonHint,
        value: draft.reason,
        optional: true,
        maxLength: 200,
        autocomplete: 'off',
        onInput: (reason) => type({ reason }),
      })}
      <p class="hint">${words.nextHint}</p>
      <div class="buttons">
        <button class="big-button" ?disabled=${busy}>${words.next}</button>
        <button type="button" @click=${wishes.leave}>${words.cancel}</button>
      </div>
    </form>`;
}

type Type = ClosureFormWishes['type'];

/** What is closed is chosen once; where there is no choice it is said. */
function closed(state: WriteClosureState, what: Closable, type: Type): TemplateResult {
  const { scope, rooms } = what;
  if (state.closure || rooms.length === 0) {
    return html`<p>${deskWords.closures.closed}: <strong>${state.closure?.roomName ?? closedInWords(state, what)}</strong></p>`;
  }
  return selectField({
    id: 'closure-what',
    label: words.what,
    hint: words.whatHint[scope],
    value: state.draft.roomId,
    choices: [
      { value: '', label: deskWords.closures.scopes[scope] },
      ...rooms.map(({ id, name }) => ({ value: id, label: deskWords.closures.room(name) })),
    ],
    onInput: (roomId) => type({ roomId }),
  });
}

function length({ withTimes }: ClosureDraft, type: Type): TemplateResult {
  return radioField({
    id: 'closure-length',
    label: words.length,
    value: withTimes ? 'times' : 'days',
    choices: [
      { value: 'days', label: words.wholeDays },
      { value: 'times', label: words.withTimes },
    ],
    onInput: (chosen) => type({ withTimes: chosen === 'times' }),
  });
}

function span(draft: ClosureDraft, type: Type): TemplateResult {
  const { withTimes, isYearly } = draft;
  const earliest = isYearly ? {} : { min: today() };
  return html`<div class="row">
      ${textField({
        id: 'closure-from',
        label: words.from,
        type: 'date',
        value: draft.from,
        max: LAST_DAY,
        onInput: (from) => type({ from }),
      })}
      ${withTimes ? time('fromTime', draft, type) : nothing}
    </div>
    <div class="row">
      ${textField({
        id: 'closure-to',
        label: words.to,
        type: 'date',
        value: draft.to,
        ...earliest,
        max: LAST_DAY,
        onInput: (to) => type({ to }),
      })}
      ${withTimes ? time('toTime', draft, type) : nothing}
    </div>`;
}

/** Every quarter hour; a day ends at 24:00. */
function time(which: 'fromTime' | 'toTime', draft: ClosureDraft, type: Type): TemplateResult {
  const first = which === 'fromTime' ? 0 : 1;
  const times = Array.from({ length: QUARTERS }, (_, quarter) => timeOf((quarter + first) * 15));
  return selectField({
    id: `closure-${which}`,
    label: words[which],
    value: draft[which],
    // One that was made elsewhere may lie between two quarters.
    choices: (times.includes(draft[which]) ? times : [draft[which], ...times]).map((each) => ({
      value: each,
      label: commonWords.clock(each),
    })),
    onInput: (value) => type({ [which]: value }),
  });
}

function often({ isYearly }: ClosureDraft, type: Type): TemplateResult {
  return radioField({
    id: 'closure-often',
    label: words.often,
    value: isYearly ? 'yearly' : 'once',
    choices: [
      { value: 'once', label: words.once },
      { value: 'yearly', label: words.yearly },
    ],
    onInput: (chosen) => type({ isYearly: chosen === 'yearly' }),
  });
}
