import { html, nothing, type TemplateResult } from 'lit';
import type { DayOfRooms } from '../api/contact-points.js';
import { now } from '../api/house-clock.js';
import type { Occurrence, Period, RoomAvailability, Rules } from '../api/shapes.js';
import {
  dayOfRoomInWords,
  inTheWay,
  isFree,
  isHeldIn,
  isReservable,
  isWithin,
  periodOf,
  spansInWords,
  spansOn,
  withinHours,
  withPause,
  type Span,
  type WishedTime,
} from './availability.js';
import { isChoosable } from './choosable-days.js';
import { dayInWords } from './date-words.js';
import { dayPlan } from './day-plan.js';
import { minutesOf, timeOf } from './local-time.js';
import { ANY_ROOM } from './when-fields.js';
import { commonWords, houseWords } from '../words/words.js';

const words = houseWords.reserve;

export interface WishedDay {
  day: DayOfRooms;
  wish: WishedTime;
  roomId: string;
  people: number;
  rules: Rules;
  /** The date that is moved. */
  held?: Held | undefined;
}

type Held = Pick<Occurrence, 'room' | 'startsAt' | 'endsAt'>;

/** The chosen day, seen with the chosen time: which rooms are free then, and what else is taken. */
export function wishedDay({ day, wish: typed, people, rules, held }: WishedDay): TemplateResult {
  // While another day is on its way, the one that is there is judged as it is.
  const wish = { ...typed, date: day.date };
  const say = (room: RoomAvailability): TemplateResult => verdict({ room, wish, people, rules, held });
  return html`<section class="card wished-day" aria-labelledby="wished-day-title">
    <h2 id="wished-day-title">${words.dayTitle(dayInWords(day.date))}</h2>
    ${dayPlan({ day, rules, wish: spanOf(wish), say: isPaused({ day, wish, held }) ? undefined : say })}
  </section>`;
}

/** One sentence about the chosen room, or about all rooms if any will do. None about one that is not offered any more. */
export function wishInWords({ day, roomId, ...wished }: WishedDay): string {
  const { wish, people, rules, held } = wished;
  // While the rooms of another day are still on their way, the verdict would be about the wrong day.
  if (day.date !== wish.date) return commonWords.loading;
  if (isPaused({ day, wish, held })) return houseWords.settling.pause;
  const offered = day.rooms.filter(isReservable);
  const chosen = offered.find(({ id }) => id === roomId);
  if (chosen)
    return words.wishOfRoom(chosen.name, obstacleInWords({ room: chosen, ...wished }) ?? words.wishFree);
  const never = neverInWords(wished);
  if (never) return words.wishNever(never);
  if (roomId !== ANY_ROOM) return '';
  const fitting = offered.filter(({ seats }) => seats >= people);
  if (fitting.length === 0) return words.noRoomForAll(people);
  const free = fitting.filter((room) => isFree(room, wish, rules));
  const { from, to } = spanOf(wish);
  return words.wishSummary(free.length, fitting.length, commonWords.span(from, to));
}

/** No server takes new dates. To a date that begins as before, or keeps to its time, its own one may stay open. */
function isPaused({ day, wish, held }: Pick<WishedDay, 'day' | 'wish' | 'held'>): boolean {
  const beginsAsBefore = held && periodOf(wish).start === Date.parse(held.startsAt);
  return day.noServerOpen && !beginsAsBefore && !(held && isWithin(wish, held));
}

function spanOf({ time, minutes }: WishedTime): Span {
  return { from: time, to: timeOf(Math.min(minutesOf(time) + minutes, 24 * 60)) };
}

interface Verdict extends Pick<WishedDay, 'wish' | 'people' | 'rules' | 'held'> {
  room: RoomAvailability;
}

function verdict({ room, ...wished }: Verdict): TemplateResult {
  const { wish, rules } = wished;
  const wholeDay = dayOfRoomInWords(room, wish.date, rules);
  if (!isReservable(room)) return html`${wholeDay}`;
  const obstacle = obstacleInWords({ room, ...wished });
  if (obstacle) return html`<span class="no">${obstacle}</span>`;
  const rest =
    room.taken.length + room.closed.length > 0 ? html`<span class="hint">${wholeDay}</span>` : nothing;
  return html`<span class="yes">${words.wishFree}</span> ${rest}`;
}

const obstacleInWords = (verdict: Verdict): string | undefined =>
  neverInWords(verdict) ?? obstacleInRoom(verdict);

function obstacleInRoom({ room, wish, people, rules, held }: Verdict): string | undefined {
  const own = held?.room.id === room.id ? held : undefined;
  // Of its room a date keeps what it holds, also where the room was closed since or the pause has become longer.
  if (own && isWithin(wish, own)) return undefined;
  if (!own && room.seats < people) return words.wishTooSmall(room.seats);
  const closed = inTheWay(wish, room.closed).filter((each) => !own || !isHeldIn(wish, each, own));
  return closed.length > 0 ? closedInWords(wish, closed, rules) : takenInWords(wish, room, rules);
}

function closedInWords({ date }: WishedTime, closed: Period[], rules: Rules): string {
  return words.wishClosed(spansInWords(withinHours(spansOn(date, closed), rules)));
}

function takenInWords(wish: WishedTime, room: RoomAvailability, rules: Rules): string | undefined {
  const taken = inTheWay(withPause(wish, rules), room.taken);
  if (taken.length === 0) return undefined;
  const spans = spansInWords(spansOn(wish.date, taken));
  const isFreeUntilPause = inTheWay(wish, taken).length === 0;
  return isFreeUntilPause ? words.wishWithoutPause(spans, rules.bufferMinutes) : words.wishTaken(spans);
}

/** Why nobody can meet at that time, in whichever room. No newer rule is against a time that is held already. */
function neverInWords({ wish, rules, held }: Pick<Verdict, 'wish' | 'rules' | 'held'>): string | undefined {
  const { start } = periodOf(wish);
  if (held && start === Date.parse(held.startsAt) && isWithin(wish, held)) return undefined;
  if (start <= now()) return words.wishPast;
  if (!isChoosable(wish.date, rules)) return words.wishTooFar;
  const { opensAt, closesAt } = rules;
  const ends = minutesOf(wish.time) + wish.minutes;
  const isOpen = wish.time >= opensAt && ends <= minutesOf(closesAt);
  return isOpen ? undefined : words.wishOutsideHours(opensAt, closesAt);
}
