import { setTimeout as sleep } from 'node:timers/promises';
import type { Deed, Wanted } from './history.js';
import { attempt, begin, until, type Play } from './play.js';
import { Random } from './random.js';
import { rushClosure, RUSHES } from './rush.js';
import type { TownGroup } from './town.js';

/** The team of the contact point: closes rooms or everything for some hours, lets a group pause and go on. */
export class Desk {
  private readonly random: Random;

  constructor(
    private readonly play: Play,
    seed: number,
  ) {
    this.random = new Random(seed);
  }

  async act(deeds: number): Promise<void> {
    const { random, play } = this;
    for (let count = 0; count < deeds; count++) {
      await sleep(random.int(5, 40));
      if (random.chance(0.5)) await this.want(this.closure());
      else await this.pause(random.pick(play.town.groups));
    }
  }

  /** Stands by while all want the same, and closes the house when it is about that. */
  async actInRushes(): Promise<void> {
    const { random, play } = this;
    for (const rush of RUSHES) {
      await play.meeting.meet();
      if (rush === 'closure') {
        await sleep(random.int(0, 15));
        await this.want(rushClosure(play.town, random.pick(['leave', 'cancel', 'cancel'])));
      } else await this.act(1);
    }
  }

  private async pause({ id }: TownGroup): Promise<void> {
    const path = `/api/groups/${id}`;
    await this.want({ kind: 'pause', method: 'POST', path: `${path}/pause`, about: id });
    const pausedAt = performance.now();
    // Long enough for the group to meet with it.
    await until(() => this.play.history.some((deed) => deed.groupId === id && hasMet(deed, pausedAt)));
    await this.want({ kind: 'resume', method: 'POST', path: `${path}/resume`, about: id });
  }

  private closure(): Wanted {
    const { random, play } = this;
    const date = random.pick(play.days);
    const [from, to] = random.pick([
      ['16:00', '18:00'],
      ['18:00', '19:00'],
      ['19:00', '22:00'],
    ] as const);
    const body: Record<string, unknown> = {
      from: { date, time: from },
      to: { date, time: to },
      dates: random.pick(['leave', 'cancel', 'move']),
    };
    if (random.chance(0.6)) body['roomId'] = random.pick(play.town.rooms);
    return { kind: 'closure', method: 'POST', path: '/api/closures', body };
  }

  private async want(wanted: Wanted): Promise<void> {
    const deed = begin(this.play, wanted, { client: 'desk' });
    await attempt(this.play, deed, { as: this.play.town.staff, instance: this.random.int(0, 1) });
  }
}

function hasMet({ attempts, kind }: Deed, pausedAt: number): boolean {
  return kind === 'reserve' && attempts.some(({ startedAt }) => startedAt > pausedAt);
}
