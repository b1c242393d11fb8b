// The load generator, a process of its own: takes one task after the other from its parent and answers with a measure.
import { Line } from './line.ts';
import { summary, type Measure } from './measure.ts';
import { race, type RaceOutcome, type RaceTask } from './race.ts';
import { wishes, type WishName } from './wishes.ts';

export interface LoadTask {
  kind: 'load';
  baseUrl: string;
  wish: WishName;
  clients: number;
  /** Nothing is sent after that; what is on its way is waited for. */
  seconds: number;
  /** Number of the first wish. */
  from: number;
}

export interface LoadOutcome {
  measure: Measure;
  /** Number of the first wish that was not sent. */
  until: number;
}

process.on('message', (task: LoadTask | RaceTask) => {
  const outcome: Promise<LoadOutcome | RaceOutcome> = task.kind === 'load' ? load(task) : race(task);
  outcome.then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});

async function load({ baseUrl, wish, clients, seconds, from }: LoadTask): Promise<LoadOutcome> {
  let next = from;
  const latencies: number[] = [];
  const others: Record<string, number> = {};
  const before = process.cpuUsage();
  const begun = performance.now();
  const client = async (): Promise<void> => {
    const line = new Line(baseUrl);
    for (let sent = performance.now(); sent - begun < seconds * 1000; sent = performance.now()) {
      const { expects, ...request } = wishes[wish](next++);
      const status = await line.ask(request);
      if (status === expects) latencies.push(performance.now() - sent);
      else others[status] = (others[status] ?? 0) + 1;
    }
    line.close();
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  const answers = latencies.length + Object.values(others).reduce((sum, count) => sum + count, 0);
  const measure = { ...summary(latencies, took), answers, others, generator: (user + system) / 1e6 / took };
  return { measure, until: next };
}
