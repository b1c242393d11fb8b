/** Something small that our own server always answers, without a look at anything. */
const SMALL = '/health/live';
const TIMES = 3;
const PATIENCE_MS = 5000;
/** Beyond that a talk begins to stumble (ITU-T G.114 asks for 150 ms one way at best, 400 ms at most). */
const SLOW_FROM_MS = 400;

export type Connection = 'good' | 'slow' | 'offline' | 'away';

/** `roundTrips` in milliseconds; one that had no answer is missing. */
export function connectionOf({
  isOnline,
  roundTrips,
}: {
  isOnline: boolean;
  roundTrips: number[];
}): Connection {
  if (roundTrips.length === 0) return isOnline ? 'away' : 'offline';
  // The first one also opens the line: the quickest tells what the line can do.
  return Math.min(...roundTrips) < SLOW_FROM_MS ? 'good' : 'slow';
}

/** There and back to our own server a few times. What is measured is told to the person and thrown away. */
export async function measureConnection(): Promise<Connection> {
  const roundTrips: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const took = await roundTrip();
    if (took === undefined) break;
    roundTrips.push(took);
  }
  return connectionOf({ isOnline: navigator.onLine, roundTrips });
}

async function roundTrip(): Promise<number | undefined> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
  }, PATIENCE_MS);
  const begun = performance.now();
  try {
    const { ok } = await fetch(SMALL, { cache: 'no-store', credentials: 'omit', signal: controller.signal });
    return ok ? performance.now() - begun : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
