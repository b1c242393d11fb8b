import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { atTheEnd } from './closers.ts';
import type { LoadOutcome, LoadTask } from './load-process.ts';
import type { Measure } from './measure.ts';
import type { RaceOutcome, RaceTask } from './race.ts';
import type { WishName } from './wishes.ts';

type Answer<Outcome> = { answer: Outcome } | { error: string };

/** The process that puts load on a server. */
export class Generator {
  /** Where each kind of wish goes on, so that no slot is asked for twice before the data are cleared. */
  private readonly next = new Map<WishName, number>();
  private readonly child: ChildProcess;

  constructor() {
    this.child = fork(join(import.meta.dirname, 'load-process.ts'));
    atTheEnd(() => this.child.kill());
  }

  async load(baseUrl: string, wish: WishName, of: { clients: number; seconds: number }): Promise<Measure> {
    const task = { kind: 'load', baseUrl, wish, ...of, from: this.next.get(wish) ?? 0 } as const;
    const { measure, until } = await this.ask<LoadOutcome>(task);
    this.next.set(wish, until);
    return measure;
  }

  race(task: Omit<RaceTask, 'kind'>): Promise<RaceOutcome> {
    return this.ask<RaceOutcome>({ kind: 'race', ...task });
  }

  private async ask<Outcome>(task: LoadTask | RaceTask): Promise<Outcome> {
    this.child.send(task);
    const [answer] = (await once(this.child, 'message')) as [Answer<Outcome>];
    if ('error' in answer) throw new Error(answer.error);
    return answer.answer;
  }
}
