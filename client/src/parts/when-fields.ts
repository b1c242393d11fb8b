import type { TemplateResult } from 'lit';
import type { RoomAvailability, Rules } from '../api/shapes.js';
import { commonWords, houseWords } from '../words/words.js';
import { isReservable, type WishedTime } from './availability.js';
import { lastDay } from './choosable-days.js';
import { selectField, textField, type Choice } from './field.js';
import { minutesOf, timeOf, today } from './local-time.js';

const words = houseWords.when;
const QUARTER = 15;
const HALF_HOUR = 30;

/** Whichever room is free. */
export const ANY_ROOM = 'any';

export interface WhenValue extends WishedTime {
  roomId: string;
}

export interface WhenFields {
  /** Begins the id of each field. */
  prefix: string;
  value: WhenValue;
  rules: Rules;
  /** The day of a date that is moved. */
  before?: string;
  change: (value: Partial<WhenValue>) => void;
}

export function dateField({ prefix, value, rules, before, change }: WhenFields): TemplateResult {
  return textField({
    id: `${prefix}-date`,
    label: words.date,
    type: 'date',
    value: value.date,
    min: today(),
    max: lastDay(rules, before),
    onInput: (date) => {
      change({ date });
    },
  });
}

export function timeField({ prefix, value, rules, change }: WhenFields): TemplateResult {
  const times = startTimes(rules);
  return selectField({
    id: `${prefix}-time`,
    label: words.time,
    value: value.time,
    choices: withValue(times, value.time).map((time) => ({ value: time, label: commonWords.clock(time) })),
    onInput: (time) => {
      change({ time });
    },
  });
}

export function minutesField({ prefix, value, rules, change }: WhenFields): TemplateResult {
  return selectField({
    id: `${prefix}-minutes`,
    label: words.minutes,
    value: String(value.minutes),
    choices: withValue(lengths(rules), value.minutes).map((minutes) => ({
      value: String(minutes),
      label: words.minutesInWords(minutes),
    })),
    onInput: (minutes) => {
      change({ minutes: Number(minutes) });
    },
  });
}

/** The rooms of the day; `first` comes before them. */
export function roomField(
  { prefix, value, change }: WhenFields,
  first: Choice,
  rooms: RoomAvailability[],
): TemplateResult {
  const others = rooms.filter((room) => isReservable(room) && room.id !== first.value);
  const choices = [first, ...others.map(roomChoice)];
  const isKnown = choices.some((choice) => choice.value === value.roomId);
  return selectField({
    id: `${prefix}-room`,
    label: words.room,
    value: value.roomId,
    // While the rooms are not known the field must not show another room than the one that is sent.
    choices: isKnown ? choices : [...choices, { value: value.roomId, label: words.chosenRoom }],
    onInput: (roomId) => {
      change({ roomId });
    },
  });
}

export const roomChoice = ({ id, name, seats }: RoomAvailability): Choice => ({
  value: id,
  label: words.roomWithSeats(name, seats),
});

/** Every quarter hour that leaves time for the shortest meeting. */
function startTimes({ opensAt, closesAt, minMinutes }: Rules): string[] {
  return steps(minutesOf(opensAt), minutesOf(closesAt) - minMinutes, QUARTER).map(timeOf);
}

const lengths = ({ minMinutes, maxMinutes }: Rules): number[] => steps(minMinutes, maxMinutes, HALF_HOUR);

// A date that was extended, or reserved under other rules, must not show another value than it has.
const withValue = <T>(choices: T[], value: T): T[] =>
  choices.includes(value) ? choices : [value, ...choices];

function steps(from: number, to: number, step: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor((to - from) / step) + 1) },
    (_, index) => from + index * step,
  );
}
