import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../support/http-caller.js';
import type { StoryHouse } from '../support/story-house.js';
import {
  datesSeenIn,
  type AnswerBody,
  type Attempt,
  type DateView,
  type Deed,
  type Wanted,
} from './history.js';
import { Random } from './random.js';
import { isOfRush, rushChange, RUSHES, rushWish, type Meeting } from './rush.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';
import type { Town, TownGroup } from './town.js';
import { decided, ideas, type Idea, type Scene } from './wishes.js';

/** What all clients of one seed share. */
export interface Play {
  house: StoryHouse;
  town: Town;
  history: Deed[];
  /** Days that everybody is after. */
  days: readonly string[];
  meeting: Meeting;
}

type Weights = Record<Idea, number>;

export const PLANNING: Weights = {
  reserve: 6,
  reserveSeries: 4,
  preview: 0.5,
  list: 2,
  move: 4,
  moveSeries: 3,
  cancel: 3,
  cancelSeries: 1,
  restore: 3,
  restoreSeries: 1,
  takeUp: 2,
  extend: 0,
};
/** While dates run, their groups ask for more time. */
const MEETING: Weights = { ...PLANNING, extend: 4, list: 3 };

/** How the answer gets lost, if it does. */
type Loss = 'none' | 'after' | 'before';

/** A representative with a program that plans, forgets, repeats itself and knows only what it was told. */
export class Client {
  /** Others who represent the same group. */
  colleagues: Client[] = [];
  readonly seen = new Map<string, DateView>();
  private readonly random: Random;

  constructor(
    private readonly play: Play,
    private readonly group: TownGroup,
    readonly name: string,
    seed: number,
  ) {
    this.random = new Random(seed);
  }

  async act(deeds: number, weights: Weights): Promise<void> {
    for (let count = 0; count < deeds; count++) await this.actOnce(weights);
  }

  async actOnSecondThoughts(place: number): Promise<void> {
    const { town } = this.play;
    for (const thought of SECOND_THOUGHTS) {
      const wanted = thought({ town, group: this.group, place, seen: [...this.seen.values()] });
      if (wanted) await this.want(wanted);
    }
  }

  /** Looks which dates run now, asks for more time for one of them, and goes on as it likes. */
  async actWhileMeeting(deeds: number): Promise<void> {
    await this.want(this.thinkOf('list'));
    await this.want(this.thinkOf('extend'));
    await this.act(deeds, MEETING);
  }

  /** All want the same at once, then each goes on as it likes for a while. */
  async actInRushes(deedsEach: number, weights: Weights, place: number): Promise<void> {
    const { play, group } = this;
    for (const rush of RUSHES) {
      await play.meeting.meet();
      const wanted = rush === 'change' ? this.sameChange(place) : rushWish(rush, play.town, { group, place });
      // A cancellation is the quicker one: it must sometimes come while a move is on its way, or after.
      if (wanted.kind === 'cancel' && this.random.chance(0.5)) await this.untilMoved(wanted.about);
      await this.want(wanted);
      await this.act(deedsEach, weights);
    }
  }

  private untilMoved(dateId: string | undefined): Promise<void> {
    const isMoved = () =>
      this.play.history.some(
        ({ kind, about, attempts }) => kind === 'move' && about === dateId && attempts.length > 0,
      );
    return until(isMoved);
  }

  /** Of all dates that those of the group know, each comes upon the same one. */
  private sameChange(place: number): Wanted {
    for (const colleague of this.colleagues) this.hearFrom(colleague);
    const [date] = [...this.seen.values()]
      .filter((each) => each.state === 'planned' && isOfRush('quota', this.play.town, each))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return date ? rushChange(date, place) : this.thinkOf('reserve');
  }

  /** Those of one group talk to each other, and do not tell when things have changed since. */
  hearFrom(other: Client): void {
    for (const [id, date] of other.seen) if (!this.seen.has(id)) this.seen.set(id, date);
  }

  private async actOnce(weights: Weights): Promise<void> {
    const { random } = this;
    if (random.chance(0.5)) for (const colleague of this.colleagues) this.hearFrom(colleague);
    const deed = await this.want(this.thinkOf(random.weighted(weights)));
    const isOfSeries = deed.kind === 'moveSeries' || deed.body?.['repeat'] !== undefined;
    if (isOfSeries && random.chance(0.6)) await this.decide(deed);
  }

  /** Whoever was refused a series may say what is to become of its clashes. */
  private async decide(deed: Deed): Promise<void> {
    const refusal = deed.attempts.find(({ status }) => status === 409)?.body;
    const { kind, method, path, body, about, from } = deed;
    if (refusal?.dates)
      await this.want(decided({ kind, method, path, body, about, from }, refusal, this.random));
  }

  /** What comes to mind, or a wish for a room when nothing that was seen suits. */
  private thinkOf(idea: Idea): Wanted {
    const { play, group, random } = this;
    const { town, days } = play;
    const scene: Scene = { town, group, random, days, seen: [...this.seen.values()] };
    return ideas[idea](scene) ?? ideas.reserve(scene);
  }

  private async want(wanted: Wanted): Promise<Deed> {
    const { play, group, random } = this;
    const deed = begin(play, wanted, { client: this.name, groupId: group.id });
    const isRepeatable = wanted.method === 'POST' && wanted.kind !== 'preview';
    const loss = isRepeatable ? random.weighted({ none: 5, after: 2, before: 3 }) : 'none';
    await this.send(deed, isRepeatable ? loss : 'none');
    for (const date of datesSeenIn(deed)) this.learn(date);
    return deed;
  }

  /** A lost answer makes the client ask again with the same key, at the other instance if it likes. */
  private async send(deed: Deed, loss: Loss): Promise<void> {
    const { play, group, random } = this;
    if (deed.method === 'POST') deed.key = randomUUID();
    const first = attempt(play, deed, { as: group.as, instance: random.int(0, 1) });
    if (loss === 'after') await first;
    if (loss === 'before') await sleep(random.int(0, 12));
    if (loss !== 'none') await attempt(play, deed, { as: group.as, instance: random.int(0, 1) });
    await first;
  }

  private learn(date: DateView): void {
    const known = this.seen.get(date.id);
    if (!known || known.version <= date.version) this.seen.set(date.id, date);
  }
}

/** Not for long: whoever waits may wait for nothing. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let wait = 0; wait < 60 && !isSo(); wait++) await sleep(5);
}

export function begin(play: Play, wanted: Wanted, who: { client: string; groupId?: string }): Deed {
  const number = play.history.length + 1;
  const deed: Deed = { ...wanted, ...who, number, now: play.house.clock.now(), attempts: [] };
  play.history.push(deed);
  return deed;
}

export async function attempt(
  { house }: Play,
  deed: Deed,
  { as, instance }: { as: Caller; instance: number },
): Promise<Attempt> {
  const { method, path, body, key, ifMatch } = deed;
  const headers: Record<string, string> = {};
  if (key !== undefined) headers['idempotency-key'] = key;
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  const http = house.http[instance] ?? house.http[0];
  const startedAt = performance.now();
  const answer = await http.send<AnswerBody | undefined>(method, path, { as, body, headers });
  const { status, text } = answer;
  const made = { instance, startedAt, endedAt: performance.now(), status, body: answer.body ?? {}, text };
  deed.attempts.push(made);
  return made;
}
