import { readFileSync } from 'node:fs';

/** Processor time that a process has used so far, in milliseconds; 0 when it is gone. */
export function cpuMsOf(pid: number | undefined): number {
  return ticksOf(pid, [11, 12]) * 10;
}

/** The same for a process and all its children, those that have ended included. */
export function familyCpuMsOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  return children.reduce((sum, child) => sum + cpuMsOf(Number(child)), ticksOf(pid, [11, 12, 13, 14]) * 10);
}

function ticksOf(pid: number | undefined, places: readonly number[]): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return places.reduce((sum, place) => sum + Number(fields[place] ?? 0), 0);
  } catch {
    return 0;
  }
}
