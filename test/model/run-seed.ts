import { setTimeout as sleep } from 'node:timers/promises';
import type { StoryHouse } from '../support/story-house.js';
import { Desk } from './desk.js';
import { faultsOfEffects } from './effects-check.js';
import { datesSeenIn, type DateView, type Deed } from './history.js';
import { faultsOfHolding, faultsOfMeetings } from './holding.js';
import { attempt, begin, Client, PLANNING, type Play } from './play.js';
import * as promises from './promises.js';
import { deadlocks, openJobs, storedDates, storedReservations, type StoredDate } from './stored.js';
import { Meeting } from './rush.js';
import { openTown } from './town.js';
import { listOf } from './wishes.js';

const CLIENTS = 7;
const DEEDS_AFTER_EACH_RUSH = 1;
const MEETING_DEEDS = 2;
const LOOK_EVERY_MS = 25;
const PATIENCE_MS = 20_000;

export interface Outcome {
  faults: string[];
  history: Deed[];
}

/**
 * Several representatives and the desk act at the same time, first on the Monday before everything, then again while
 * the first dates run. What each wants follows from the seed and from what it has seen; who comes first does not.
 */
export async function runSeed(house: StoryHouse, seed: number, place: number): Promise<Outcome> {
  const town = await openTown(house, seed, place);
  const { monday } = town;
  const days = [1, 2, 3, 8].map((after) => monday.add({ days: after }).toString());
  const play: Play = { house, town, history: [], days, meeting: new Meeting(CLIENTS + 1) };
  const clients = Array.from({ length: CLIENTS }, (_, index) => {
    const group = town.groups[index % town.groups.length];
    if (!group) throw new Error('A town without groups.');
    return new Client(play, group, `client ${index + 1}, ${group.label}`, seed * 1000 + index);
  });
  for (const [index, client] of clients.entries())
    client.colleagues = clients.filter(
      (_, other) => other !== index && other % town.groups.length === index % town.groups.length,
    );
  const desk = new Desk(play, seed * 1000 + 999);
  const earlier = await deadlocks(house.database);
  const witness = new Witness(play);
  try {
    await playThrough(play, clients, desk);
  } finally {
    await witness.stop();
  }
  const faults = [...witness.faults, ...(await faultsAtTheEnd(play, witness.seen))];
  const deadlocked = (await deadlocks(house.database)) - earlier;
  if (deadlocked > 0) faults.push(`${deadlocked} deadlocks, in this seed or the one before`);
  return { faults, history: play.history };
}

async function playThrough(play: Play, clients: readonly Client[], desk: Desk): Promise<void> {
  const { house, town, days } = play;
  house.clock.moveTo(`${town.monday.toString()}T08:00`);
  await Promise.all([
    desk.actInRushes(),
    ...clients.map((client, index) => client.actInRushes(DEEDS_AFTER_EACH_RUSH, PLANNING, index)),
  ]);
  // One of each group, while its colleagues go on.
  const [thinkers, others] = [clients.slice(0, town.groups.length), clients.slice(town.groups.length)];
  await Promise.all([
    ...thinkers.map((client, place) => client.actOnSecondThoughts(place)),
    ...others.map((client) => client.act(DEEDS_AFTER_EACH_RUSH, PLANNING)),
  ]);
  // What the desk wants done about dates ahead is done while they are ahead.
  await jobsAreDone(house);
  house.clock.moveTo(`${days[0] ?? ''}T18:15`);
  await Promise.all([desk.act(2), ...clients.map((client) => client.actWhileMeeting(MEETING_DEEDS))]);
  await jobsAreDone(house);
}

async function faultsAtTheEnd(play: Play, seen: readonly (readonly StoredDate[])[]): Promise<string[]> {
  const { house, town, history } = play;
  const lists = await lastLists(play);
  const dates = await storedDates(house.database, town);
  const reservations = await storedReservations(house.database, town);
  return [
    ...faultsOfHolding(town, dates),
    ...faultsOfMeetings(dates),
    ...promises.faultsOfAnswers(history),
    ...promises.faultsOfRetries(history),
    ...promises.faultsOfReservations(history, { reservations, dates }),
    ...promises.faultsOfPauses(history),
    ...promises.faultsOfClosures(history, dates),
    ...promises.faultsOfVersions(history),
    ...promises.faultsOfLists(town.groups, lists, dates),
    ...faultsOfEffects(history, seen, dates),
  ];
}

/** What each group sees when all is quiet again. */
async function lastLists(play: Play): Promise<Map<string, DateView[]>> {
  const lists = new Map<string, DateView[]>();
  for (const group of play.town.groups) {
    const list = listOf({ town: play.town, group });
    const deed = begin(play, list, { client: 'at the end', groupId: group.id });
    await attempt(play, deed, { as: group.as, instance: 0 });
    lists.set(group.id, datesSeenIn(deed));
  }
  return lists;
}

/** Looks at the stored dates again and again: what is wrong for a moment only is wrong too. */
class Witness {
  readonly faults = new Set<string>();
  readonly seen: StoredDate[][] = [];
  private isOver = false;
  private readonly looking: Promise<void>;

  constructor(play: Play) {
    this.looking = this.look(play);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.looking;
  }

  private async look({ house, town }: Play): Promise<void> {
    while (!this.isOver) {
      const dates = await storedDates(house.database, town);
      this.seen.push(dates);
      for (const fault of faultsOfHolding(town, dates)) this.faults.add(`in between: ${fault}`);
      await sleep(LOOK_EVERY_MS);
    }
  }
}

async function jobsAreDone({ database }: StoryHouse): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while ((await openJobs(database)) > 0) {
    if (Date.now() > deadline) throw new Error('The jobs of the house do not come to an end.');
    await sleep(20);
  }
}
