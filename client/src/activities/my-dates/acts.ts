import { cancelDates, changeRoom, extend, restoreDates, takeUp, type Reach } from '../../api/changes.js';
import { now } from '../../api/house-clock.js';
import { reserve } from '../../api/reservations.js';
import type { Alternative, Clash, Occurrence } from '../../api/shapes.js';
import { clockInWords, periodInWords } from '../../parts/date-words.js';
import { hearsInWords, whoHears, type WhoHears } from '../../parts/invitees/who-hears.js';
import { changeOf } from '../../parts/settling/ways-out.js';
import { houseWords } from '../../words/words.js';
import type { Undo } from './act-flow.js';
import { calledOff } from './called-off.js';
import { cancelledInWords, othersRestoredInWords, restoredInWords } from './done-in-words.js';
import { othersOf } from './undo-offer.js';
import { unlessTheyStand, type Listed } from './unless-they-stand.js';

const words = houseWords.dates;

/** What was done, as a sentence, and what takes it back. */
export interface Done {
  type: 'done';
  inWords: string;
  undo?: Undo;
}

const done = (inWords: string): Done => ({ type: 'done', inWords });

export async function cancelling(reach: Reach, { before, lookAgain }: Listed): Promise<Done> {
  const { occurrence, scope } = reach;
  const meant = calledOff(occurrence, scope, { dates: before, now: now() });
  const cancelled = cancelDates(reach).catch(unlessTheyStand({ state: 'cancelled', meant, lookAgain }));
  const [who] = await Promise.all([whoHears(reach), cancelled]);
  return { ...done(cancelledInWords(reach, who)), undo: { id: occurrence.id, scope } };
}

export async function restoring(reach: Reach, list: Listed): Promise<Done> {
  const who = await restored(reach, [], list);
  return done(restoredInWords(reach, who));
}

/** Those of a series that are still free; `taken` are the others. */
export async function restoringOthers(reach: Reach, taken: Clash[], list: Listed): Promise<Done> {
  const others = othersOf(list.before, reach.occurrence, taken).length;
  const who = await restored(reach, taken, list);
  return done(othersRestoredInWords(others, taken, who));
}

async function restored(reach: Reach, but: Clash[], { before, lookAgain }: Listed): Promise<WhoHears> {
  const { occurrence, scope } = reach;
  const meant = scope === 'one' ? [occurrence] : othersOf(before, occurrence, but);
  const back = restoreDates(reach, but).catch(unlessTheyStand({ state: 'planned', meant, lookAgain }));
  const [who] = await Promise.all([whoHears(reach), back]);
  return who;
}

export async function changingRoom(occurrence: Occurrence): Promise<Done> {
  await changeRoom(occurrence.id);
  return done(words.changedRoom(periodInWords(occurrence)));
}

export async function takingUp(
  occurrence: Occurrence,
  other: Alternative | undefined,
  { lookAgain }: Listed,
): Promise<Done> {
  const date = { date: occurrence.date, ...(other && changeOf(other)) };
  const stands = unlessTheyStand({ state: 'planned', meant: [occurrence], lookAgain });
  const [who, [taken = occurrence]] = await Promise.all([
    whoHears({ occurrence, scope: 'one' }),
    takeUp(occurrence.reservationId, date).then((one) => [one], stands),
  ]);
  return done(`${words.takenUp(periodInWords(taken))} ${hearsInWords(who)}`);
}

/** In the place of a cancelled date that is not free any more: a date of its own. */
export async function reservingInstead(occurrence: Occurrence, other: Alternative): Promise<Done> {
  const { groupId, date, time, minutes, expectedParticipants, room } = occurrence;
  const wish = { roomId: room.id, date, time, minutes, expectedParticipants, ...changeOf(other) };
  const { occurrences } = await reserve(groupId, wish);
  const reserved = occurrences[0] ?? occurrence;
  return done(words.reservedInstead(periodInWords(reserved), reserved.room.name));
}

export async function extending({ id }: Occurrence): Promise<Done> {
  const { endsAt } = await extend(id);
  return done(words.extended(clockInWords(endsAt)));
}
