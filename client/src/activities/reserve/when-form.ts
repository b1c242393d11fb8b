import { html, type TemplateResult } from 'lit';
import type { DayOfRooms } from '../../api/contact-points.js';
import type { RoomAvailability, Rules } from '../../api/shapes.js';
import { isReservable } from '../../parts/availability.js';
import { selectField, textField, type Choice } from '../../parts/field.js';
import { addMonths, minutesOf, timeOf, today } from '../../parts/local-time.js';
import { commonWords, houseWords } from '../../words/words.js';
import { ANY_ROOM, type Draft, type WhenStep } from './reserve-flow.js';

const words = houseWords.reserve;
const QUARTER = 15;
const HALF_HOUR = 30;

export interface WhenForm {
  state: WhenStep;
  rules: Rules;
  /** The rooms of the chosen day, once they are known. */
  day: DayOfRooms | undefined;
  change: (draft: Partial<Draft>) => void;
}

/** Date, beginning, length, people and room. */
export function whenFields(form: WhenForm): TemplateResult {
  return html`<div class="row">${dateField(form)} ${timeField(form)} ${minutesField(form)}</div>
    <div class="row">${peopleField(form)} ${roomField(form)}</div>`;
}

function dateField({ state, rules, change }: WhenForm): TemplateResult {
  return textField({
    id: 'reserve-date',
    label: words.date,
    type: 'date',
    value: state.draft.date,
    min: today(),
    max: addMonths(today(), rules.horizonMonths),
    onInput: (date) => {
      change({ date });
    },
  });
}

function timeField({ state, rules, change }: WhenForm): TemplateResult {
  return selectField({
    id: 'reserve-time',
    label: words.time,
    value: state.draft.time,
    choices: startTimes(rules).map((time) => ({ value: time, label: commonWords.clock(time) })),
    onInput: (time) => {
      change({ time });
    },
  });
}

function minutesField({ state, rules, change }: WhenForm): TemplateResult {
  return selectField({
    id: 'reserve-minutes',
    label: words.minutes,
    value: String(state.draft.minutes),
    choices: lengths(rules).map((minutes) => ({
      value: String(minutes),
      label: words.minutesInWords(minutes),
    })),
    onInput: (minutes) => {
      change({ minutes: Number(minutes) });
    },
  });
}

function peopleField({ state, change }: WhenForm): TemplateResult {
  return textField({
    id: 'reserve-people',
    label: words.people,
    hint: words.peopleHint,
    type: 'number',
    inputmode: 'numeric',
    min: '1',
    max: '500',
    value: state.draft.people,
    onInput: (people) => {
      change({ people });
    },
  });
}

function roomField({ state, day, change }: WhenForm): TemplateResult {
  return selectField({
    id: 'reserve-room',
    label: words.room,
    value: state.draft.roomId,
    choices: [
      { value: ANY_ROOM, label: words.anyRoom },
      ...(day?.rooms ?? []).filter(isReservable).map(roomChoice),
    ],
    onInput: (roomId) => {
      change({ roomId });
    },
  });
}

const roomChoice = ({ id, name, seats }: RoomAvailability): Choice => ({
  value: id,
  label: words.roomWithSeats(name, seats),
});

/** Every quarter hour that leaves time for the shortest meeting. */
function startTimes({ opensAt, closesAt, minMinutes }: Rules): string[] {
  return steps(minutesOf(opensAt), minutesOf(closesAt) - minMinutes, QUARTER).map(timeOf);
}

const lengths = ({ minMinutes, maxMinutes }: Rules): number[] => steps(minMinutes, maxMinutes, HALF_HOUR);

function steps(from: number, to: number, step: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor((to - from) / step) + 1) },
    (_, index) => from + index * step,
  );
}
