import { z } from 'zod';
import { EXTENSION_MINUTES, LONGEST_DATE_MINUTES } from '../kernel/house-rules.js';
import { dateOf, dayInWords, timeInWords } from '../kernel/local-time.js';
import { fromSeconds, toUtc } from '../kernel/time-range.js';
import { readWording } from '../kernel/wording.js';
import type { ServerRow } from '../rooms/meeting-servers.reader.js';
import { warningsOf, type Warning } from './domain/closing-words.js';
import { readPin } from './domain/pins.js';
import type { DateRow, GuardedRow, SlotRow } from './slots.reader.js';

export const slotListView = z.strictObject({
  slots: z.array(
    z.strictObject({
      room: z.string(),
      opens: z.number(),
      closes: z.number(),
      max: z.int(),
      warn: z.array(z.strictObject({ at: z.number(), message: z.string() })),
      blocked: z.array(z.string()),
    }),
  ),
  text: z.record(z.enum(['name', 'closed', 'ended', 'cancelled', 'blocked', 'full']), z.string()),
});

/** What the guard says to people; the same on all servers. */
const GUARD_TEXT = {
  name: 'Virtuelles Haus',
  closed: 'Dieser Raum ist jetzt nicht offen. Bitte gehen Sie über Ihren persönlichen Link hinein.',
  ended: 'Die Zeit für dieses Treffen ist vorbei. Der Raum ist jetzt geschlossen.',
  cancelled: 'Dieser Raum ist geschlossen. Bitte öffnen Sie Ihren persönlichen Link noch einmal.',
  blocked: 'Ihre Einladung zu diesem Treffen gilt nicht mehr.',
  full: 'Der Raum ist voll.',
};

export function toSlotListView(rows: readonly GuardedRow[]): z.infer<typeof slotListView> {
  const warningsFor = onceForEach<GuardedRow, Warning[]>(keyOf, (row) => {
    if (row.wording === undefined) return [];
    const [end, closes] = [fromSeconds(row.ends), fromSeconds(row.closes)];
    return warningsOf({ end, closes, mayExtend: mayExtend(row) }, readWording(row.wording));
  });
  const slots = rows.map((row) => {
    const { room, opens, closes, seats, blocked } = row;
    return { room, opens, closes, max: seats, warn: warningsFor(row), blocked };
  });
  return { slots, text: GUARD_TEXT };
}

export const conferenceView = z.strictObject({
  id: z.string(),
  name: z.string(),
  mail_owner: z.string(),
  start_time: z.iso.datetime(),
  /** Seconds. */
  duration: z.number(),
  max_occupants: z.int(),
  lobby: z.boolean(),
});

/**
 * A room as mod_reservations wants it. It closes rooms by itself when `duration` is over and hears of no extension:
 * beside a slot guard, which does, the duration is as long as a date can become.
 */
export function toConferenceView(
  { room, opens, starts, closes, seats, hasWaitingRoom }: SlotRow,
  { profile, hasLobby }: ServerRow,
  { id, mailOwner }: { id: string; mailOwner: string },
): z.infer<typeof conferenceView> {
  const latest = starts + (LONGEST_DATE_MINUTES + EXTENSION_MINUTES) * 60;
  return {
    id,
    name: room,
    mail_owner: mailOwner,
    start_time: toUtc(fromSeconds(opens)),
    duration: (profile === 'P3' ? latest : closes) - opens,
    max_occupants: seats,
    lobby: hasLobby && hasWaitingRoom,
  };
}

export const refusedConferenceView = z.strictObject({ message: z.string() });

const NO_SUCH_ROOM =
  'Dieser Raum ist jetzt nicht offen. Bitte öffnen Sie Ihren persönlichen Link noch einmal.';

/** Why a room does not open now. What does not exist reads like what is called off or rests. */
export function toRefusedConferenceView(
  date: DateRow | undefined,
  now: Temporal.Instant,
): z.infer<typeof refusedConferenceView> {
  if (!date?.isActive) return { message: NO_SUCH_ROOM };
  const opens = fromSeconds(date.opens);
  if (now.epochMilliseconds >= opens.epochMilliseconds) return { message: 'Die gebuchte Zeit ist vorbei.' };
  const isToday = dateOf(opens).equals(dateOf(now));
  return { message: `Der Raum öffnet ${isToday ? '' : `am ${dayInWords(opens)} `}um ${timeInWords(opens)}.` };
}

export const phoneNumbersView = z.array(
  z.strictObject({
    countryCode: z.string(),
    tollFree: z.boolean(),
    formattedNumber: z.string(),
    default: z.boolean(),
  }),
);

/** `id` is the PIN; one of both is false where the answer is no. */
export const phoneCodeView = z.strictObject({
  message: z.string(),
  id: z.union([z.number(), z.literal(false)]),
  conference: z.union([z.string(), z.literal(false)]),
});
export type PhoneCodeView = z.infer<typeof phoneCodeView>;

/** `opens` is the room that the PIN opens now. */
export function toPinView(
  { mucDomain }: ServerRow,
  typed: string,
  opens: { room: string } | undefined,
): PhoneCodeView {
  const id = readPin(typed) ?? false;
  if (!opens) return { message: 'Diese PIN öffnet jetzt keinen Raum.', id, conference: false };
  return { message: 'Diese PIN öffnet einen Raum.', id, conference: `${opens.room}@${mucDomain}` };
}

function mayExtend({ starts, ends, closes }: SlotRow): boolean {
  return closes > ends && ends - starts + EXTENSION_MINUTES * 60 <= LONGEST_DATE_MINUTES * 60;
}

/** Many dates end together and read the same. */
function keyOf(row: GuardedRow): string {
  return [row.ends, row.closes, row.wording, mayExtend(row)].join();
}

function onceForEach<Of, Made>(key: (of: Of) => string, make: (of: Of) => Made): (of: Of) => Made {
  const made = new Map<string, Made>();
  return (of) => {
    const known = made.get(key(of)) ?? make(of);
    made.set(key(of), known);
    return known;
  };
}
