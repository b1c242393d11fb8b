import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';

/** An entry of a calendar file, instants in UTC. */
export interface ReadEvent {
  uid: string;
  sequence: number;
  stamp: string;
  status: string | undefined;
  start: string;
  end: string;
  /** The start that this one date of a series had by the rule. */
  replaces: string | undefined;
  attendees: string[];
  alarms: number;
  /** The starts that the rule gives, or the one start; left-out ones are not among them. */
  starts: string[];
}

export interface ReadFile {
  method: string | undefined;
  events: ReadEvent[];
}

/** Two programs that know nothing of each other, and nothing of ours. */
export type CalendarParser = (file: string) => ReadFile;

const MOST_STARTS = 500;
type Component = InstanceType<typeof ICAL.Component>;
type Time = InstanceType<typeof ICAL.Time>;

/** By ical.js, with the time zone that the file brings. */
export const readByIcal: CalendarParser = (file) => {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (!zone) throw new Error('The file brings no time zone.');
  if (!ICAL.TimezoneService.has('Europe/Berlin')) ICAL.TimezoneService.register(zone);
  const method = calendar.getFirstPropertyValue('method');
  return {
    method: method === null ? undefined : String(method),
    events: calendar.getAllSubcomponents('vevent').map(eventByIcal),
  };
};

function eventByIcal(component: Component): ReadEvent {
  const event = new ICAL.Event(component);
  const text = (name: string) => String(component.getFirstPropertyValue(name) ?? '') || undefined;
  return {
    uid: event.uid,
    sequence: event.sequence,
    stamp: inUtc(component.getFirstPropertyValue('dtstamp') as Time),
    status: text('status'),
    start: inUtc(event.startDate),
    end: inUtc(event.endDate),
    replaces: text('recurrence-id') && inUtc(component.getFirstPropertyValue('recurrence-id') as Time),
    attendees: component.getAllProperties('attendee').map((each) => String(each.getFirstValue())),
    alarms: component.getAllSubcomponents('valarm').length,
    starts: event.isRecurring() ? startsByIcal(event) : [inUtc(event.startDate)],
  };
}

function startsByIcal(event: InstanceType<typeof ICAL.Event>): string[] {
  const iterator = event.iterator();
  const starts: string[] = [];
  for (let time = iterator.next() as Time | null; time; time = iterator.next() as Time | null) {
    starts.push(inUtc(time));
    if (starts.length > MOST_STARTS) throw new Error('A series without an end.');
  }
  return starts;
}

function inUtc(time: Time): string {
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString();
}

interface Line {
  name: string;
  zone: string | undefined;
  value: string;
}

/** Line by line, with rrule-temporal for the rules and the time zone that this machine knows. */
export const readByLines: CalendarParser = (file) => {
  const lines = file.replaceAll('\r\n ', '').split('\r\n').map(toLine);
  const path: string[] = [];
  const placed = lines.map((line) => {
    if (line.name === 'BEGIN') path.push(line.value);
    const place = path.join('/');
    if (line.name === 'END' && path.pop() !== line.value) throw new Error('A part ends that has not begun.');
    return { line, place };
  });
  if (path.length > 0) throw new Error('A part does not end.');
  const method = placed.find(({ line, place }) => place === 'VCALENDAR' && line.name === 'METHOD');
  return { method: method?.line.value, events: eventsIn(placed).map(eventByLines) };
};

/** The lines of each entry; of the parts within it only that they are there. */
function eventsIn(placed: { line: Line; place: string }[]): Line[][] {
  const events: Line[][] = [];
  for (const { line, place } of placed.filter((each) => each.place.startsWith('VCALENDAR/VEVENT'))) {
    if (place === 'VCALENDAR/VEVENT' && line.name === 'BEGIN') events.push([]);
    events.at(-1)?.push(...(place === 'VCALENDAR/VEVENT' || line.name === 'BEGIN' ? [line] : []));
  }
  for (const lines of events) refuseLateProperties(lines);
  return events;
}

function refuseLateProperties(lines: Line[]): void {
  const alarm = lines.findIndex(({ name, value }) => name === 'BEGIN' && value === 'VALARM');
  const after = alarm < 0 ? [] : lines.slice(alarm).filter(({ name }) => name !== 'BEGIN' && name !== 'END');
  if (after.length > 0) throw new Error('A property behind an alarm (RFC 5545, 3.6.1).');
}

function toLine(line: string): Line {
  const [, name = '', parameters = '', value = ''] =
    /^([A-Z-]+)((?:;[^:;"]+(?:"[^"]*")?)*):(.*)$/.exec(line) ?? [];
  return { name, zone: /TZID=([^;:]+)/.exec(parameters)?.[1], value };
}

function eventByLines(lines: Line[]): ReadEvent {
  const find = (name: string) => lines.find((line) => line.name === name);
  const times = (name: string) => lines.filter((line) => line.name === name).flatMap(instantsOf);
  const need = (name: string) => {
    const [value] = times(name);
    if (value === undefined) throw new Error(`The entry has no ${name}.`);
    return value;
  };
  const [start, rule] = [need('DTSTART'), find('RRULE')];
  const leftOut = new Set(times('EXDATE'));
  return {
    uid: find('UID')?.value ?? '',
    sequence: Number(find('SEQUENCE')?.value),
    stamp: need('DTSTAMP'),
    status: find('STATUS')?.value,
    start,
    end: need('DTEND'),
    replaces: times('RECURRENCE-ID')[0],
    attendees: lines.filter(({ name }) => name === 'ATTENDEE').map(({ value }) => value),
    alarms: lines.filter(({ name, value }) => name === 'BEGIN' && value === 'VALARM').length,
    starts: rule ? startsByRule(start, rule.value).filter((each) => !leftOut.has(each)) : [start],
  };
}

function startsByRule(start: string, rruleString: string): string[] {
  const dtstart = Temporal.Instant.from(start).toZonedDateTimeISO('Europe/Berlin');
  const rule = new RRuleTemporal({ rruleString, dtstart, temporal: Temporal });
  return rule.all((_, index) => index < MOST_STARTS).map((each) => each.toInstant().toString());
}

function instantsOf({ zone, value }: Line): string[] {
  return value.split(',').map((text) => {
    const [, date = '', time = '', utc] = /^(\d{8})T(\d{6})(Z?)$/.exec(text) ?? [];
    const wall = `${date.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}`;
    if (utc === 'Z') return Temporal.Instant.from(`${wall}Z`).toString();
    if (zone !== 'Europe/Berlin') throw new Error('A time without a zone.');
    return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().toString();
  });
}
