import { isClosed, placeOf } from './closed.js';
import { millisOf, weeklyDays, type WeeklyRule } from './calendar.js';
import { answerOf, datesSeenIn, endOf, startOf, type DateView, type Deed } from './history.js';
import type { Act, Effect } from './linearize.js';
import type { Content } from './stored.js';

type Fields = {
  date?: string;
  time?: string;
  minutes?: number;
  roomId?: string;
  expectedParticipants?: number;
};
type Wish = Fields & { decisions?: Decision[] };
type Decision = { date: string; choose: string; roomId?: string; time?: string };
type Outcomes = Act['outcomes'];

const NOTHING: ReturnType<Outcomes> = [];

/** What the acknowledged deeds did to one date, and what their answers showed of it. */
export function actsOn(dateId: string, history: readonly Deed[]): Act[] {
  return history.flatMap((deed) => {
    const done = deed.kind === 'closure' ? closureOn(deed) : actOn(dateId, deed);
    const looks = datesSeenIn(deed).filter(({ id }) => id === dateId);
    return [...(done ? [done] : []), ...looks.map((view) => lookAt(view, deed, done))];
  });
}

function actOn(dateId: string, deed: Deed): Act | undefined {
  const answer = answerOf(deed);
  const view = datesSeenIn(deed).find(({ id }) => id === dateId);
  const outcomesFor = outcomes[deed.kind];
  if (!answer || !view || !outcomesFor) return undefined;
  return { ...timeOf(deed), outcomes: outcomesFor(deed, view) };
}

const timeOf = (deed: Deed) => ({ from: startOf(deed), until: endOf(deed), label: `#${deed.number}` });

function lookAt(view: DateView, deed: Deed, after: Act | undefined): Act {
  const see: Outcomes = (content) => (content?.version === view.version ? ['stay'] : NOTHING);
  return { ...timeOf(deed), outcomes: see, isLook: true, after };
}

/** For each kind of deed: what may become of a date that it speaks of. */
const outcomes: Partial<Record<Deed['kind'], (deed: Deed, view: DateView) => Outcomes>> = {
  reserve: (deed, view) => (content) => (content ? NOTHING : [reserved(deed, view)]),
  move: (deed) => (content) => {
    if (content?.state !== 'planned' || !isExpected(deed, content)) return NOTHING;
    return [moved(deed.body ?? {})];
  },
  moveSeries: (deed, view) => (content) =>
    content?.state === 'leftOut'
      ? // Moves along, so that it can be taken up beside the others.
        [{ ...movedInSeries(deed, content), state: 'leftOut' }, 'stay']
      : ifPlanned(deed, view, (planned) => decidedInSeries(deed, planned))(content),
  cancel: (deed) => (content) => {
    if (content?.state === 'cancelled') return ['stay'];
    return content?.state === 'planned' && isExpected(deed, content) ? [{ state: 'cancelled' }] : NOTHING;
  },
  cancelSeries: (deed, view) => ifPlanned(deed, view, () => [{ state: 'cancelled' }]),
  restore: () => (content) => (content?.state === 'cancelled' ? [{ state: 'planned' }] : NOTHING),
  // Only those that were cancelled last come back; which they were, the date alone does not tell.
  restoreSeries: () => (content) =>
    content?.state === 'cancelled' ? [{ state: 'planned' }, 'stay'] : ['stay'],
  takeUp:
    ({ body = {} }) =>
    (content) => {
      if (content?.state !== 'leftOut') return NOTHING;
      const { time = content.time, roomId = content.roomId } = body as Fields;
      return [{ state: 'planned', time, roomId }];
    },
  extend: () => (content) => (content?.state === 'planned' ? [{ minutes: content.minutes + 30 }] : NOTHING),
};

function isExpected({ ifMatch }: Deed, { version }: Content): boolean {
  return ifMatch === undefined || ifMatch === version;
}

/** A series changes those of its dates that are planned and ahead; from which on, only its first one surely tells. */
function ifPlanned(deed: Deed, view: DateView, change: (content: Content) => Effect[]): Outcomes {
  return (content) => {
    if (!content) return NOTHING;
    if (content.state !== 'planned') return ['stay'];
    const isMeant = deed.from === undefined || deed.from === view.id;
    return isMeant && isAhead(content, deed) ? change(content) : [...change(content), 'stay'];
  };
}

function isAhead({ date, time }: Content, { now }: Deed): boolean {
  // An unknown place may be anywhere.
  return (date as string | undefined) !== undefined && millisOf(date, time) > now.epochMilliseconds;
}

function moved({ date, time, minutes, roomId, expectedParticipants }: Fields): Effect {
  const effect: Record<string, unknown> = { state: 'planned' };
  if (date !== undefined) effect['date'] = date;
  if (time !== undefined) effect['time'] = time;
  if (minutes !== undefined) effect['minutes'] = minutes;
  if (roomId !== undefined) effect['roomId'] = roomId === 'any' ? undefined : roomId;
  if (expectedParticipants !== undefined) effect['people'] = expectedParticipants;
  return effect;
}

/** By how many days, the first of the dates tells and not this one: the new day stays open, but not unseen. */
function movedInSeries({ body = {} }: Deed, content: Content): Effect {
  const { date, ...same } = body as Fields;
  return { ...moved(same), date: date === undefined ? content.date : undefined };
}

/** As it was wished, or as it was decided about one date: about which, its new day tells. */
function decidedInSeries(deed: Deed, content: Content): Effect[] {
  const { decisions = [] } = (deed.body ?? {}) as Wish;
  const wished = movedInSeries(deed, content);
  const decided = decisions.map((decision): Effect => ({
    ...wished,
    ...placeIn(decision),
    ...(decision.choose === 'leaveOut' && { state: 'leftOut' }),
  }));
  return [wished, ...decided];
}

/** The first version of a date that was reserved, as the wish and the decision about it demand. */
function reserved({ body = {} }: Deed, { seriesDate }: DateView): Effect {
  const { decisions = [], ...wish } = body as Wish;
  const decision = decisions.find(({ date }) => date === seriesDate);
  const isLeftOut = isSkipped(body, seriesDate) || decision?.choose === 'leaveOut';
  return {
    ...moved({ ...wish, ...placeIn(decision), date: seriesDate }),
    state: isLeftOut ? 'leftOut' : 'planned',
  };
}

function isSkipped(wish: object, date: string): boolean {
  const { repeat } = wish as { repeat?: { skip?: string[] } };
  return repeat?.skip?.includes(date) ?? false;
}

function placeIn(decision: Decision | undefined): Fields {
  if (decision?.choose === 'otherRoom') return { roomId: decision.roomId };
  return decision?.choose === 'otherTime' ? { time: decision.time } : {};
}

/** The days on which a wish must hold or leave out a date. */
export function wishedDays({ body = {} }: Deed): string[] {
  const { date, repeat } = body as { date: string; repeat?: WeeklyRule };
  return repeat ? weeklyDays(date, repeat) : [date];
}

/** Saved by the desk: cancels or moves what it hits, at some time after. */
function closureOn(deed: Deed): Act | undefined {
  const { dates } = deed.body as { dates: string };
  if (!answerOf(deed) || dates === 'leave') return undefined;
  const move: Effect = { state: 'planned', date: undefined, time: undefined, roomId: undefined };
  const ways: Effect[] = dates === 'move' ? [move, { state: 'cancelled' }] : [{ state: 'cancelled' }];
  return {
    ...timeOf(deed),
    until: Infinity,
    isOptional: true,
    outcomes: (content) => (content?.state === 'planned' && mayHit(deed, content) ? ways : NOTHING),
  };
}

/** What stands at an unknown place may be hit. */
function mayHit(closure: Deed, content: Partial<Content>): boolean {
  const { date, time, roomId } = content;
  const isKnown = date !== undefined && time !== undefined && roomId !== undefined;
  return !isKnown || isClosed(closure, placeOf(content as Content));
}
