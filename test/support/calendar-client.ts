import { readByIcal, readByLines, type CalendarParser, type ReadEvent } from './calendar-parsers.js';

interface Entry {
  sequence: number;
  stamp: string;
  /** The whole; undefined once it is called off, and while only single dates of it came. */
  main?: ReadEvent;
  /** By the start that the rule gave. */
  single: Map<string, ReadEvent>;
}

/**
 * A calendar program as RFC 5546 wants it, and a strict one: it keeps entries by UID and RECURRENCE-ID, and takes a
 * message only if its SEQUENCE is not lower than what it has (2.1.4), or as high and not older. What tells all dates
 * replaces all (3.2.2.1); what tells one date needs the date in the entry.
 */
export class CalendarClient {
  private readonly entries = new Map<string, Entry>();
  /** UID and SEQUENCE of every message, in the order in which they came. */
  readonly received: { method: string; uid: string; sequence: number; replaces: string | undefined }[] = [];

  constructor(private readonly parse: CalendarParser = readByIcal) {}

  /** A mail with a calendar file came. */
  receive(file: string): void {
    const { method, events } = this.parse(file);
    const [first] = events;
    if (!first || (method !== 'REQUEST' && method !== 'CANCEL')) throw new Error('This is no message.');
    refuseWrong(events, method);
    this.received.push({ method, uid: first.uid, sequence: first.sequence, replaces: first.replaces });
    if (first.replaces === undefined) this.takeWhole(method, first, events.slice(1));
    else for (const event of events) this.takeSingle(method, event);
  }

  /** What the program shows: `2026-12-08T17:00:00Z 2026-12-08T19:00:00Z`, in order. */
  shown(): string[] {
    return [...this.entries.values()].flatMap((entry) => shownOf(entry)).sort();
  }

  private takeWhole(method: 'REQUEST' | 'CANCEL', main: ReadEvent, others: ReadEvent[]): void {
    const before = this.entries.get(main.uid);
    if (before && isOlder(main, before)) return;
    const single = new Map(others.map((event) => [event.replaces ?? '', event]));
    if (single.size < others.length) throw new Error('Two entries for one date.');
    for (const replaced of single.keys())
      if (!main.starts.includes(replaced)) throw new Error('An exception from nothing.');
    const { sequence, stamp } = main;
    this.entries.set(main.uid, { sequence, stamp, ...(method === 'REQUEST' && { main }), single });
  }

  private takeSingle(method: 'REQUEST' | 'CANCEL', event: ReadEvent): void {
    const entry = this.entries.get(event.uid);
    const replaced = event.replaces ?? '';
    if (!entry?.main?.starts.includes(replaced)) throw new Error('One date of a series that is not there.');
    if (isOlder(event, entry.single.get(replaced) ?? entry)) return;
    entry.single.set(replaced, { ...event, status: method === 'CANCEL' ? 'CANCELLED' : event.status });
  }
}

/** The same program twice, on two parsers: whatever one shows, the other has to show. */
export class TwoCalendarClients {
  private readonly clients = [new CalendarClient(readByIcal), new CalendarClient(readByLines)] as const;

  receive(file: string): void {
    for (const client of this.clients) client.receive(file);
  }

  get received() {
    return this.clients[0].received;
  }

  shown(): string[] {
    const [one, other] = this.clients.map((client) => client.shown());
    if (one?.join() !== other?.join())
      throw new Error(`Two programs differ: ${one?.join()} | ${other?.join()}`);
    return one ?? [];
  }
}

function refuseWrong(events: ReadEvent[], method: 'REQUEST' | 'CANCEL'): void {
  const kinds = (of: (event: ReadEvent) => string) => new Set(events.map(of)).size;
  if (kinds(({ uid }) => uid) > 1) throw new Error('One message, one UID (RFC 5546, 3.2.2).');
  if (kinds(({ sequence }) => String(sequence)) > 1) throw new Error('One message, one SEQUENCE.');
  if (
    events.some(({ attendees }) => attendees.length !== 1) ||
    kinds(({ attendees }) => attendees.join()) > 1
  )
    throw new Error('One message, one attendee.');
  const expected = method === 'CANCEL' ? 0 : 1;
  if (events.some(({ alarms }) => alarms !== expected)) throw new Error('One alarm each, none in a CANCEL.');
}

function isOlder(event: ReadEvent, { sequence, stamp }: { sequence: number; stamp: string }): boolean {
  return event.sequence < sequence || (event.sequence === sequence && event.stamp < stamp);
}

function shownOf({ main, single }: Entry): string[] {
  if (!main) return [];
  const minutes = lengthOf(main);
  const regular = main.starts
    .filter((start) => !single.has(start))
    .map((start) => `${start} ${Temporal.Instant.from(start).add({ minutes }).toString()}`);
  const changed = [...single.values()].filter(({ status }) => status !== 'CANCELLED');
  return [...regular, ...changed.map(({ start, end }) => `${start} ${end}`)];
}

function lengthOf({ start, end }: ReadEvent): number {
  return Temporal.Instant.from(start).until(Temporal.Instant.from(end)).total('minutes');
}
