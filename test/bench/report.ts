import { median } from './measure.ts';
import type { Result } from './rounds.ts';
import { LARGE, PLACES } from './world.ts';

export function showSpread(): void {
  console.log(`Stored dates: four years back and one ahead in ${LARGE.rooms} rooms of one contact point with
${LARGE.groups} groups; weekdays, starts, lengths, cancellations and people as in the field, from 13:00 on; the load
takes 07:00 to 13:00 of the coming year. 10,000 are 38 a week, 100,000 are 385 (North Rhine-Westphalia today),
1,000,000 are 3,850 (twice Germany). Beside it ${PLACES.length - 1} contact points with 20, 200 and 1 rooms, each room with
one date on each of 31 days. Medians of interleaved rounds; generator, house and PostgreSQL share the machine.`);
}

/** The table of one size. */
export function showResults(
  size: number,
  results: readonly Result[],
  { peakMb, starts }: { peakMb: number; starts: readonly number[] },
): void {
  console.log(`\n== ${size.toLocaleString('en')} dates`);
  console.log(
    row(['', 'clients', 'per s', 'p50 ms', 'p99 ms', 'cpu ms', 'pg cpu ms', 'generator', 'others']),
  );
  for (const result of results) console.log(rowOf(result));
  console.log(
    `Memory of the house at its peak ${Math.round(peakMb)} MB; start to first 200 ${Math.round(median(starts))} ms.`,
  );
}

function rowOf({ line, clients, measure, backlog }: Result): string {
  const { rate, p50, p99, others, generator = 0, cpu = NaN, databaseCpu = NaN } = measure;
  const notes = Object.entries(others).map(([status, count]) => `${count} × ${status}`);
  if (backlog > rate / 20 && !line.startsWith(' ')) notes.push(`${Math.round(backlog)} reactions/s left`);
  const times = [p50, p99, cpu, databaseCpu].map((ms) => (Number.isNaN(ms) ? '' : ms.toFixed(2)));
  const share = generator > 0 ? `${Math.round(generator * 100)} %` : '';
  return row([line, String(clients), rate.toFixed(rate < 100 ? 1 : 0), ...times, share, notes.join(', ')]);
}

function row([name = '', ...cells]: string[]): string {
  const notes = cells.pop() ?? '';
  return `${name.padEnd(46)}${cells.map((cell) => cell.padStart(10)).join('')}  ${notes}`;
}
