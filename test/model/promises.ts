import { closedPartOf, isClosed, placeOf } from './closed.js';
import { wishedDays } from './effects.js';
import {
  answerOf,
  datesIn,
  datesSeenIn,
  deedInWords,
  endOf,
  isGood,
  startOf,
  type DateView,
  type Deed,
} from './history.js';
import { contentOfView, type StoredDate } from './stored.js';
import type { TownGroup } from './town.js';

/** How the house may answer; whatever else comes is a fault of its own. */
const REFUSALS = new Set([403, 409, 412, 422]);

type Check = (history: readonly Deed[]) => string[];

/** Somebody else may have taken the date up already: then the series has no such one. */
function mayRefuse(kind: Deed['kind'], status: number): boolean {
  return REFUSALS.has(status) || (kind === 'takeUp' && status === 404);
}

export const faultsOfAnswers: Check = (history) =>
  history
    .filter(({ kind, attempts }) => attempts.some((each) => !isGood(each) && !mayRefuse(kind, each.status)))
    .map((deed) => `unexpected answer: ${deedInWords(deed)}`);

/** The same key: one effect and one answer, word for word when the first was given before the second was asked for. */
export const faultsOfRetries: Check = (history) =>
  history
    .filter(({ key }) => key !== undefined)
    .filter(({ attempts }) => {
      const [first, ...others] = attempts.filter(isGood).sort((a, b) => a.endedAt - b.endedAt);
      return first && others.some((other) => !isSameAnswer(first, other));
    })
    .map((deed) => `two answers to one key: ${deedInWords(deed)}`);

type Attempt = Deed['attempts'][number];

function isSameAnswer(first: Attempt, other: Attempt): boolean {
  if (other.startedAt > first.endedAt) return first.status === other.status && first.text === other.text;
  const ids = ({ body }: Attempt) => [body.id, ...datesIn(body).map(({ id }) => id)].join();
  return first.status === other.status && ids(first) === ids(other);
}

/** What was done is there, what was refused is not: reservations, and all of their dates. */
export function faultsOfReservations(
  history: readonly Deed[],
  { reservations, dates }: { reservations: readonly string[]; dates: readonly StoredDate[] },
): string[] {
  const made = history.filter((deed) => deed.kind === 'reserve' && answerOf(deed));
  const answered = new Set(made.map((deed) => answerOf(deed)?.id));
  const unknown = reservations.filter((id) => !answered.has(id));
  const missing = made.filter((deed) => !reservations.includes(answerOf(deed)?.id ?? ''));
  const incomplete = made.filter((deed) => {
    const ofIt = dates.filter(({ reservationId }) => reservationId === answerOf(deed)?.id);
    const days = ofIt.map(({ seriesDate }) => seriesDate).sort();
    return days.join() !== wishedDays(deed).sort().join();
  });
  return [
    ...unknown.map((id) => `reservation ${id} is there and nobody was told`),
    ...missing.map((deed) => `a reservation is gone: ${deedInWords(deed)}`),
    ...incomplete.map((deed) => `not all dates and no others: ${deedInWords(deed)}`),
  ];
}

const HOLDING = new Set(['reserve', 'move', 'moveSeries', 'restore', 'restoreSeries', 'takeUp', 'extend']);

/** A group that pauses gets nothing: from the answer to its pause until it may go on. Calling off stays allowed. */
export const faultsOfPauses: Check = (history) =>
  history
    .filter(({ kind }) => HOLDING.has(kind))
    .filter((deed) =>
      pausesOf(deed.groupId, history).some((pause) => isWithin(deed, pause) && !isRefused(deed)),
    )
    .map((deed) => `held while the group pauses: ${deedInWords(deed)}`);

function pausesOf(groupId: string | undefined, history: readonly Deed[]) {
  const ofGroup = history.filter((deed) => deed.about === groupId && answerOf(deed));
  return ofGroup
    .filter(({ kind }) => kind === 'pause')
    .map((pause) => {
      const ends = ofGroup.filter((deed) => deed.kind === 'resume' && startOf(deed) > startOf(pause));
      return { from: endOf(pause), until: Math.min(...ends.map(startOf)) };
    });
}

function isWithin(deed: Deed, { from, until }: { from: number; until: number }): boolean {
  return startOf(deed) > from && endOf(deed) < until;
}

/** A new wish is refused for the pause; other deeds may be refused for something that is seen before. */
function isRefused({ kind, attempts }: Deed): boolean {
  return attempts.every(({ status }) => status === 403 || (kind !== 'reserve' && mayRefuse(kind, status)));
}

/** Nobody holds a closed room who asked for it after the closure was answered; and none remains that was to go. */
export function faultsOfClosures(history: readonly Deed[], dates: readonly StoredDate[]): string[] {
  const closures = history.filter((deed) => deed.kind === 'closure' && answerOf(deed));
  return closures.flatMap((closure) => {
    const late = history.filter((deed) => HOLDING.has(deed.kind) && startOf(deed) > endOf(closure));
    const held = late.filter((deed) =>
      datesHeldBy(deed).some(
        (view) =>
          isClosed(closure, placeOf(contentOfView(view))) && !stoodThere(deed, view, { history, closure }),
      ),
    );
    const remaining = dates.filter(
      (date) => date.state === 'planned' && isClosed(closure, date) && !mayRemain(date, closure),
    );
    return [
      ...held.map((deed) => `held in spite of closure #${closure.number}: ${deedInWords(deed)}`),
      ...remaining.map(
        ({ id }) => `date ${id} stands in closure #${closure.number}: ${deedInWords(closure)}`,
      ),
    ];
  });
}

/** What a deed itself has placed; the other dates of its series are shown with it. */
function datesHeldBy(deed: Deed): DateView[] {
  if (deed.kind === 'moveSeries' || deed.kind === 'restoreSeries' || deed.kind === 'extend') return [];
  return datesSeenIn(deed).filter(({ state }) => state === 'planned');
}

/**
 * A date that stays in its room for all of the closed time holds nothing new there, whatever else changes about it. One
 * that the closure had left standing may be called off and come back.
 */
function stoodThere(
  deed: Deed,
  view: DateView,
  { history, closure }: { history: readonly Deed[]; closure: Deed },
): boolean {
  if (deed.kind === 'restore') return isLeft(view.id, closure);
  if (deed.kind !== 'move') return false;
  const closed = closedPartOf(placeOf(contentOfView(view)), closure);
  const before = history
    .filter((other) => endOf(other) < startOf(deed))
    .flatMap((other) => datesSeenIn(other))
    .filter(({ id, state }) => id === view.id && state === 'planned');
  return before.some((seen) => {
    const { roomId, start, end } = placeOf(contentOfView(seen));
    return closed?.roomId === roomId && start <= closed.start && end >= closed.end;
  });
}

/** What runs already is not sent home; what the desk was told of may stay if it is to be left. */
function mayRemain({ id, start }: StoredDate, closure: Deed): boolean {
  return start <= closure.now.epochMilliseconds || isLeft(id, closure);
}

/** It was among the dates that the desk was told of, and they are to be left. */
function isLeft(id: string, closure: Deed): boolean {
  const { dates } = closure.body as { dates: string };
  return dates === 'leave' && answerOf(closure)?.hits?.some((hit) => hit.occurrenceId === id) === true;
}

/** A change that went by an old version of a series, although a newer one had been answered before it was asked for. */
export const faultsOfVersions: Check = (history) => {
  const ofSeries = history.filter(({ kind }) => kind === 'moveSeries' || kind === 'cancelSeries');
  const conditional = ofSeries.filter(
    (deed) => deed.ifMatch !== undefined && answerOf(deed) && !isRepeat(deed, history),
  );
  return conditional
    .filter((deed) => {
      const version = deed.ifMatch ?? 0;
      const isTwice = conditional.some(
        (other) => other !== deed && other.about === deed.about && other.ifMatch === version,
      );
      return isTwice || newestBefore(deed, history) > version;
    })
    .map((deed) => `an old version was taken: ${deedInWords(deed)}`);
};

/** Cancelling twice is the same as once, also for who has seen an older version (RFC 9110, 13.1.1): nothing changes. */
function isRepeat(deed: Deed, history: readonly Deed[]): boolean {
  if (deed.kind !== 'cancelSeries') return false;
  const others = history.filter((other) => other !== deed && startOf(other) < endOf(deed));
  const ids = cancelledBy(deed);
  return ids.length > 0 && ids.every((id) => others.some((other) => cancelledBy(other).includes(id)));
}

/** The dates that a deed was to cancel, and that were cancelled afterwards. */
function cancelledBy(deed: Deed): string[] {
  const body = answerOf(deed);
  if (deed.kind === 'closure') return (body?.hits ?? []).map(({ occurrenceId }) => occurrenceId);
  if (deed.kind !== 'cancel' && deed.kind !== 'cancelSeries') return [];
  const views = datesIn(body);
  const first = deed.from === undefined ? 0 : views.findIndex(({ id }) => id === deed.from);
  return views
    .slice(first)
    .filter(({ state }) => state === 'cancelled')
    .map(({ id }) => id);
}

function newestBefore(deed: Deed, history: readonly Deed[]): number {
  const before = history
    .filter((other) => endOf(other) < startOf(deed))
    .flatMap((other) => datesSeenIn(other));
  const ofIt = before.filter(({ reservationId }) => reservationId === deed.about);
  return Math.max(0, ...ofIt.map(({ reservationVersion }) => reservationVersion));
}

/** The dates that a deed's group shows at the end are the ones that are stored. */
export function faultsOfLists(
  groups: readonly TownGroup[],
  lists: ReadonlyMap<string, readonly DateView[]>,
  dates: readonly StoredDate[],
): string[] {
  return groups.flatMap(({ id, label }) => {
    const shown = (lists.get(id) ?? []).map((view) => view.id).sort();
    const stored = dates.filter(({ groupId }) => groupId === id).map((date) => date.id);
    return shown.join() === stored.sort().join() ? [] : [`${label} does not see all its dates`];
  });
}
