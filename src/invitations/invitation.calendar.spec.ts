import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { writeCalendar, type CalendarEntry } from './invitation.calendar.js';

const winter = { start: '2026-12-08T17:00:00Z', end: '2026-12-08T19:00:00Z' };
const summer = { start: '2027-07-06T16:00:00Z', end: '2027-07-06T18:00:00Z' };
const LINK = 'https://haus.example/t/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4';

const rangeOf = ({ start, end }: { start: string; end: string }) => ({
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
});

function write(entry: Partial<CalendarEntry> = {}): string {
  return writeCalendar({
    method: 'REQUEST',
    uid: 'cafe@haus.example',
    sequence: 0,
    range: rangeOf(winter),
    writtenAt: Temporal.Instant.from('2026-12-01T08:00:00.123Z'),
    organizer: { name: 'Virtuelles Haus', email: 'treffen@haus.example' },
    attendeeEmail: 'rosa@example.org',
    link: LINK,
    ...entry,
  });
}

/** Read as another program reads it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (!event) throw new Error('The file holds no event.');
  return { calendar, events, event };
}

const valuesOf = (component: InstanceType<typeof ICAL.Component>, name: string) =>
  component.getAllProperties(name).map((property) => String(property.getFirstValue()));

describe('A calendar file, read by another program (P4)', () => {
  it('holds one event of one method, and the time zone it speaks of', () => {
    const { calendar, events } = read(write());
    expect(events).toHaveLength(1);
    expect(valuesOf(calendar, 'method')).toEqual(['REQUEST']);
    expect(valuesOf(calendar, 'version')).toEqual(['2.0']);
    const zones = calendar.getAllSubcomponents('vtimezone');
    expect(zones.map((zone) => zone.getFirstPropertyValue('tzid'))).toEqual(['Europe/Berlin']);
  });

  it.each([
    ['in winter', winter, '2026-12-08T18:00:00', '2026-12-08T20:00:00'],
    ['in summer', summer, '2027-07-06T18:00:00', '2027-07-06T20:00:00'],
    [
      'the night before the change',
      { start: '2026-10-24T16:00:00Z', end: '2026-10-24T18:00:00Z' },
      '2026-10-24T18:00:00',
      '2026-10-24T20:00:00',
    ],
    [
      'the day of the change',
      { start: '2026-10-25T17:00:00Z', end: '2026-10-25T19:00:00Z' },
      '2026-10-25T18:00:00',
      '2026-10-25T20:00:00',
    ],
  ])(
    'shows wall time in Berlin that the zone in the file turns back into the same instant: %s',
    (_, range, start, end) => {
      const { calendar, event } = read(write({ range: rangeOf(range) }));
      const block = calendar.getFirstSubcomponent('vtimezone');
      if (!block) throw new Error('The file brings no time zone.');
      const zone = new ICAL.Timezone(block);
      for (const [name, wall, utc] of [
        ['dtstart', start, range.start],
        ['dtend', end, range.end],
      ] as const) {
        const property = event.getFirstProperty(name);
        const time = property?.getFirstValue() as InstanceType<typeof ICAL.Time>;
        expect(property?.getParameter('tzid')).toBe('Europe/Berlin');
        expect(time.toString()).toBe(wall);
        time.zone = zone;
        expect(time.convertToZone(ICAL.Timezone.utcTimezone).toString()).toBe(utc);
      }
    },
  );

  it('is stamped in UTC, as RFC 5545 demands, once', () => {
    const file = write();
    expect(file.match(/^DTSTAMP.*$/gm)).toEqual(['DTSTAMP:20261201T080000Z']);
  });

  it('keeps UID and SEQUENCE as given, so that a later file changes the entry', () => {
    const { event } = read(write({ sequence: 3 }));
    expect(event.getFirstPropertyValue('uid')).toBe('cafe@haus.example');
    expect(event.getFirstPropertyValue('sequence')).toBe(3);
  });

  it('is confirmed by an invitation and struck out by a cancellation', () => {
    expect(read(write()).event.getFirstPropertyValue('status')).toBe('CONFIRMED');
    const { calendar, event } = read(write({ method: 'CANCEL', sequence: 1, link: undefined }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.getFirstPropertyValue('uid')).toBe('cafe@haus.example');
  });

  it('reminds once, half an hour before, behind its own properties (RFC 5545, 3.6.1); a cancellation does not', () => {
    const [alarm, ...more] = read(write()).event.getAllSubcomponents('valarm');
    expect(more).toEqual([]);
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT30M');
    expect(write()).toContain('END:VALARM\r\nEND:VEVENT\r\n');
    expect(write({ method: 'CANCEL', link: undefined })).not.toContain('VALARM');
  });

  it('of a series: one entry with its rule, and one more for each date that was moved, all of one UID', () => {
    const moved = { start: '2026-12-16T18:00:00Z', end: '2026-12-16T20:00:00Z' };
    const replaces = Temporal.Instant.from('2026-12-15T17:00:00Z');
    const { events } = read(
      write({
        recurrence: {
          rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;WKST=MO;COUNT=4',
          leftOut: [Temporal.Instant.from('2026-12-22T17:00:00Z')],
        },
        changed: [{ range: rangeOf(moved), replaces }],
      }),
    );
    expect(events.map((event) => valuesOf(event, 'uid'))).toEqual([
      ['cafe@haus.example'],
      ['cafe@haus.example'],
    ]);
    expect(events.map((event) => valuesOf(event, 'exdate'))).toEqual([['2026-12-22T18:00:00'], []]);
    expect(events.map((event) => valuesOf(event, 'recurrence-id'))).toEqual([[], ['2026-12-15T18:00:00']]);
    expect(events.map((event) => event.getAllProperties('rrule').length)).toEqual([1, 0]);
    expect(events.map((event) => event.getAllSubcomponents('valarm').length)).toEqual([1, 1]);
  });

  it('published for whoever holds a link, names no attendee', () => {
    const { calendar, event } = read(write({ method: 'PUBLISH', attendeeEmail: undefined }));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(valuesOf(event, 'attendee')).toEqual([]);
  });
});

describe('A calendar file tells nothing to those who look over a shoulder (P6)', () => {
  it('names the recipient as only attendee, and the house as organizer', () => {
    const { event } = read(write());
    expect(valuesOf(event, 'attendee')).toEqual(['mailto:rosa@example.org']);
    expect(valuesOf(event, 'organizer')).toEqual(['mailto:treffen@haus.example']);
  });

  it('has a neutral summary, is private, and leads to the own page', () => {
    const { event } = read(write());
    expect(valuesOf(event, 'summary')).toEqual(['Online-Treffen']);
    expect(valuesOf(event, 'class')).toEqual(['PRIVATE']);
    expect(valuesOf(event, 'location')).toEqual([LINK]);
    expect(valuesOf(event, 'description')).toEqual([`Ihr persönlicher Link: ${LINK}`]);
  });

  it('names the link no more once the date is called off', () => {
    expect(write({ method: 'CANCEL', link: undefined })).not.toContain('/t/');
  });
});

describe('A calendar file is well formed', () => {
  const long = {
    link: `https://haus.example/t/${'ä€👩'.repeat(60)}`,
    attendeeEmail: `${'l'.repeat(64)}@${'d'.repeat(63)}.example`,
  };

  it.each([
    ['as usual', {}],
    ['with long and multibyte values', long],
    ['when called off', { method: 'CANCEL' as const }],
  ])('no line is longer than 75 octets, each ends in CR LF: %s', (_, entry) => {
    const file = write(entry);
    const lines = file.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  });

  it('survives folding', () => {
    expect(valuesOf(read(write(long)).event, 'location')).toEqual([long.link]);
  });

  const injections = [
    'x\r\nATTENDEE:mailto:evil@evil.example',
    'x\nEND:VEVENT\nBEGIN:VEVENT',
    'x\rATTENDEE:mailto:evil@evil.example',
    'x"\r\nURL:https://evil.example',
    'x;CN=evil:mailto:evil@evil.example',
    'x\\nATTENDEE:mailto:evil@evil.example',
    'x,y;z\u2028ATTENDEE:mailto:evil@evil.example',
  ];
  const expectedNames = read(write())
    .event.getAllProperties()
    .map(({ name }) => name);

  it.each(injections)('text cannot become a property of its own: %j', (text) => {
    const { calendar, events, event } = read(
      write({ link: text, organizer: { name: text, email: 'treffen@haus.example' } }),
    );
    expect(events).toHaveLength(1);
    expect(event.getAllProperties().map(({ name }) => name)).toEqual(expectedNames);
    expect(valuesOf(event, 'attendee')).toEqual(['mailto:rosa@example.org']);
    expect(calendar.getAllProperties('attendee')).toEqual([]);
  });
});
