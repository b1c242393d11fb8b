import type { Alternative, Clash, Decision, NamedDate, Period, PreviewDate } from '../../api/shapes.js';
import type { Span } from '../availability.js';
import { minutesOf, timeOf, wallTimeOf } from '../local-time.js';

/** What a person wants about one date. `skip` leaves out a date that would be free, such as in summer. */
export type Choice = Decision | (NamedDate & { choose: 'skip' });

/** Tells the dates of a series apart. */
export const keyOf = ({ seriesDate, date }: NamedDate): string => seriesDate ?? date;

/** What stands in the way, said as closely as the house knows it. */
export const obstacleOf = ({ timeFault, own, quotaFault, verdict }: Clash): Obstacle =>
  timeFault ?? (own ? 'own' : (quotaFault ?? verdict));

type Obstacle = 'own' | NonNullable<Clash['timeFault']> | NonNullable<Clash['quotaFault']> | Clash['verdict'];

/** Dates with their verdicts, and what was chosen about them, each under its key. */
export interface Settling {
  dates: PreviewDate[];
  /** Dates that do not go as wished. A clash stays here when it is settled, so that the choice can be taken back. */
  clashes: Record<string, Clash>;
  choices: Record<string, Choice>;
}

export const nothingToSettle: Settling = { dates: [], clashes: {}, choices: {} };

/** The house has looked again with our choices: one that no longer helps is forgotten, the date is open again. */
export function withAnswer({ clashes, choices }: Settling, dates: PreviewDate[]): Settling {
  const found: Record<string, Clash> = {};
  let kept = choices;
  for (const each of dates) {
    const key = keyOf(each);
    const before = clashes[key];
    const choice = choices[key];
    if (isClash(each) && choice?.choose !== 'skip') {
      found[key] = asWished(each, before, choice);
      if (!each.skipped) kept = without(kept, key);
    } else if (before && choice) found[key] = before;
  }
  return { dates, clashes: inOrderOf(clashes, found), choices: kept };
}

/**
 * For a date that is left out the house looks for nothing else; taken back, it needs its ways out again, and that the group
 * itself is in the way stays said. When another
 * room or time that was chosen is gone too, the house has looked for what is free instead of that; what is chosen next is
 * chosen instead of the wish. So the wish stays, with other rooms at its time, and other times in its room.
 */
function asWished(found: Clash, wish: Clash | undefined, choice: Choice | undefined): Clash {
  if (!wish || !choice) return found;
  if (isLeftOut(choice)) {
    const own = wish.own && found.verdict === wish.verdict ? { own: wish.own } : {};
    return { ...found, ...own, alternatives: wish.alternatives };
  }
  const [atItsTime, inItsRoom] = choice.choose === 'otherRoom' ? [found, wish] : [wish, found];
  const times = inItsRoom.alternatives.filter((alternative) => 'time' in alternative);
  return { ...wish, alternatives: [...roomsOf(atItsTime), ...times] };
}

/** Somebody was quicker: these dates are open again and come first, everything else chosen stays. */
export function withClashes({ dates, clashes, choices }: Settling, found: Clash[]): Settling {
  const next: Settling = { dates: [...dates], clashes: { ...byKey(found), ...clashes }, choices };
  for (const each of found) {
    const key = keyOf(each);
    const clash = asWished(each, clashes[key], choices[key]);
    next.clashes[key] = clash;
    next.choices = without(next.choices, key);
    const at = next.dates.findIndex((date) => keyOf(date) === key);
    if (at < 0) next.dates.push(clash);
    else next.dates[at] = clash;
  }
  return next;
}

export function withChoices(settling: Settling, chosen: Choice[]): Settling {
  return { ...settling, choices: { ...settling.choices, ...byKey(chosen) } };
}

export function withoutChoice(settling: Settling, key: string): Settling {
  return { ...settling, choices: without(settling.choices, key) };
}

/** Other times or rooms make other clashes; a summer break stays one. */
export function onlySkips({ choices }: Settling): Settling {
  return withChoices(
    nothingToSettle,
    Object.values(choices).filter(({ choose }) => choose === 'skip'),
  );
}

export function openClashes({ clashes, choices }: Settling): Clash[] {
  return Object.values(clashes).filter((clash) => !choices[keyOf(clash)]);
}

/** How many dates would be held. */
export function keptDates({ dates, choices }: Settling): number {
  return dates.filter((date) => !isLeftOut(choices[keyOf(date)])).length;
}

export const isLeftOut = (choice: Choice | undefined): boolean =>
  choice?.choose === 'skip' || choice?.choose === 'leaveOut';

/** A room that is free at every open date, for one tap instead of many. */
export function roomForAll(open: Clash[]): Extract<Alternative, { roomId: string }> | undefined {
  const [first, ...rest] = open.map(roomsOf);
  return first?.find(({ roomId }) => rest.every((rooms) => rooms.some((room) => room.roomId === roomId)));
}

export const roomsOf = ({ alternatives }: Clash): Extract<Alternative, { roomId: string }>[] =>
  alternatives.filter((alternative) => 'roomId' in alternative);

/** A clash as it will be with what was chosen; the room of another time is known once the house has looked again. */
export function insteadOf(clash: Clash, { dates, choices }: Settling): Span & { room?: string | undefined } {
  const key = keyOf(clash);
  const choice = choices[key];
  const span = spanOf(clash);
  if (choice?.choose === 'otherRoom')
    return { ...span, room: roomsOf(clash).find(({ roomId }) => roomId === choice.roomId)?.roomName };
  if (choice?.choose !== 'otherTime') return span;
  const from = choice.time;
  const found = dates.find((date) => keyOf(date) === key && spanOf(date).from === from);
  const minutes = (Date.parse(clash.endsAt) - Date.parse(clash.startsAt)) / 60_000;
  return { from, to: timeOf(minutesOf(from) + minutes), room: found?.room?.name };
}

export const spanOf = ({ startsAt, endsAt }: Period): Span => ({
  from: wallTimeOf(startsAt).time,
  to: wallTimeOf(endsAt).time,
});

export function choiceOf(date: NamedDate, alternative: Alternative): Choice {
  return 'time' in alternative
    ? { ...nameOf(date), choose: 'otherTime', time: alternative.time }
    : { ...nameOf(date), choose: 'otherRoom', roomId: alternative.roomId };
}

/** As the house names it. */
export function nameOf({ date, seriesDate }: NamedDate): NamedDate {
  return seriesDate === undefined ? { date } : { date, seriesDate };
}

export function decisionsOf({ choices }: Settling): Decision[] {
  return Object.values(choices).filter((choice) => choice.choose !== 'skip');
}

export function skipOf({ choices }: Settling): string[] {
  return Object.values(choices)
    .filter(({ choose }) => choose === 'skip')
    .map(({ date }) => date)
    .sort();
}

const isClash = (date: PreviewDate): date is PreviewDate & Clash => date.verdict !== 'free';

const byKey = <T extends NamedDate>(items: T[]): Record<string, T> =>
  Object.fromEntries(items.map((item) => [keyOf(item), item]));

// What a person has before their eyes must not change places.
function inOrderOf(before: Record<string, Clash>, found: Record<string, Clash>): Record<string, Clash> {
  const known = Object.keys(before).flatMap((key) => found[key] ?? []);
  return { ...byKey(known), ...found };
}

function without(choices: Record<string, Choice>, key: string): Record<string, Choice> {
  return Object.fromEntries(Object.entries(choices).filter(([each]) => each !== key));
}
