/** What one round, or the middle of several, has shown. */
export interface Measure {
  /** All answers. */
  answers: number;
  /** Answers a second that were the expected ones. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers that were not the expected ones, by status. */
  others: Record<string, number>;
  /** Share of one core that the load generator itself has used. */
  generator?: number;
  /** Processor time of the server's own process for each answer, in milliseconds: the same on a busy machine. */
  cpu?: number;
  /** The same of PostgreSQL. */
  databaseCpu?: number;
}

export function summary(latencies: readonly number[], seconds: number): Measure {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { answers: sorted.length, rate: sorted.length / seconds, p50: at(0.5), p99: at(0.99), others: {} };
}

/** Each number's median over the rounds; the others are added up. */
export function middleOf(rounds: readonly Measure[]): Measure {
  const others: Record<string, number> = {};
  for (const round of rounds)
    for (const [status, count] of Object.entries(round.others))
      others[status] = (others[status] ?? 0) + count;
  return {
    answers: rounds.reduce((sum, { answers }) => sum + answers, 0),
    rate: median(rounds.map(({ rate }) => rate)),
    p50: median(rounds.map(({ p50 }) => p50)),
    p99: median(rounds.map(({ p99 }) => p99)),
    others,
    cpu: median(rounds.map(({ cpu = NaN }) => cpu)),
    databaseCpu: median(rounds.map(({ databaseCpu = NaN }) => databaseCpu)),
    generator: Math.max(...rounds.map(({ generator = 0 }) => generator)),
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}
