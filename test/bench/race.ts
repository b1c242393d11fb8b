import { Line } from './line.ts';
import { dayAhead, idOf, LARGE, tokenOf, TWENTY } from './world.ts';

export interface RaceTask {
  kind: 'race';
  baseUrl: string;
  /** For one room that all name, at a contact point with twenty or a thousand; or for any of twenty. */
  about: 'twenty' | 'thousand' | 'pool';
  rounds: number;
}

export interface RaceOutcome {
  /** Accepted, by round. */
  accepted: number[];
  statuses: Record<string, number>;
  /** The slowest reply of all rounds, in milliseconds; and the slowest of the middle round. */
  worstMs: number;
  middleMs: number;
}

const TAKERS = 50;

/** Rounds of fifty groups that want the same at the same instant, each over a connection that is open already. */
export async function race({ baseUrl, about, rounds }: RaceTask): Promise<RaceOutcome> {
  const lines = Array.from({ length: TAKERS }, () => new Line(baseUrl));
  await Promise.all(lines.map((line) => line.ask({ method: 'GET', path: '/health/live' })));
  const outcome = { accepted: [] as number[], statuses: {} as Record<string, number> };
  const worst: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const answers = lines.map(async (line, taker) => {
      const status = await line.ask(wishOf(about, round, taker));
      return { status, ms: performance.now() - begun };
    });
    const all = await Promise.all(answers);
    outcome.accepted.push(all.filter(({ status }) => status === 201).length);
    worst.push(Math.max(...all.map(({ ms }) => ms)));
    for (const { status } of all) outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1;
  }
  for (const line of lines) line.close();
  worst.sort((a, b) => a - b);
  return { ...outcome, worstMs: worst.at(-1) ?? NaN, middleMs: worst[Math.floor(worst.length / 2)] ?? NaN };
}

function wishOf(about: RaceTask['about'], round: number, taker: number) {
  const place = about === 'thousand' ? LARGE : TWENTY;
  const group = place.firstGroup + taker;
  const roomId = about === 'pool' ? 'any' : idOf('room', place.firstRoom + (round % place.rooms));
  const time = ['07:00', '09:00', '11:00'][Math.floor(round / 350) % 3];
  const body = { roomId, date: dayAhead(round % 350), time, minutes: 60, expectedParticipants: 8 };
  const path = `/api/groups/${idOf('group', group)}/reservations`;
  return { method: 'POST', path, token: tokenOf(group), body };
}
