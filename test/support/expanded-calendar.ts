import ICAL from 'ical.js';

export interface ShownDate {
  uid: string;
  sequence: number;
  start: string;
  end: string;
}

type Component = InstanceType<typeof ICAL.Component>;

/** Every date that another program shows for a calendar file, with its rules expanded, in the order of the starts. */
export function datesShownBy(file: string): ShownDate[] {
  const calendar = readCalendar(file);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) knowZone(zone);
  const events = calendar.getAllSubcomponents('vevent');
  const byUid = Map.groupBy(events, (event) => String(event.getFirstPropertyValue('uid')));
  return [...byUid.values()].flatMap(datesOfEntry).sort((a, b) => a.start.localeCompare(b.start));
}

/** Once: the library works out each change of clocks anew for every zone that it is told. */
function knowZone(zone: Component): void {
  const name = String(zone.getFirstPropertyValue('tzid'));
  if (!ICAL.TimezoneService.has(name)) ICAL.TimezoneService.register(zone);
}

export function readCalendar(file: string): Component {
  return new ICAL.Component(ICAL.parse(file) as unknown[]);
}

function datesOfEntry(components: Component[]): ShownDate[] {
  const [main, ...exceptions] = components;
  if (!main || main.hasProperty('recurrence-id'))
    throw new Error('An exception without the series it is from.');
  const event = new ICAL.Event(main, { exceptions });
  if (!event.isRecurring()) {
    if (exceptions.length > 0) throw new Error('Two entries with one UID.');
    return [shown(event, event)];
  }
  const iterator = event.iterator();
  const dates: ShownDate[] = [];
  for (let time = next(iterator); time; time = next(iterator)) {
    dates.push(shown(event, event.getOccurrenceDetails(time)));
    if (dates.length > 100) throw new Error('A series without an end.');
  }
  const starts = new Set(
    exceptions.map((exception) => String(exception.getFirstPropertyValue('recurrence-id'))),
  );
  if (starts.size < exceptions.length) throw new Error('Two exceptions for one date.');
  return dates;
}

function next(iterator: { next(): unknown }): InstanceType<typeof ICAL.Time> | undefined {
  return (iterator.next() ?? undefined) as InstanceType<typeof ICAL.Time> | undefined;
}

function shown(
  event: InstanceType<typeof ICAL.Event>,
  {
    startDate,
    endDate,
  }: { startDate: InstanceType<typeof ICAL.Time>; endDate: InstanceType<typeof ICAL.Time> },
): ShownDate {
  return { uid: event.uid, sequence: event.sequence, start: inUtc(startDate), end: inUtc(endDate) };
}

function inUtc(time: InstanceType<typeof ICAL.Time>): string {
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString();
}
