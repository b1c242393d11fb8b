import { z } from 'zod';
import { GRID_MINUTES, LONGEST_BUFFER_MINUTES, LONGEST_DATE_MINUTES } from '../kernel/house-rules.js';
import { hasControlCharacters } from '../kernel/plain-text.js';
import { WORDINGS } from '../kernel/wording.js';
import { email } from '../platform/http/email-field.js';
import { line } from '../platform/http/fields.js';
import { readOrigin, readWebAddress } from './domain/web-addresses.js';

const MOST_ORIGINS = 20;
const MOST_LINES = 8;
const EARLIEST_DOOR_MINUTES = 120;
const MINUTES_OF_A_WEEK = 7 * 24 * 60;
const LANDS = 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'.split(' ');

const NO_WEB_ADDRESS = 'Bitte eine Adresse, die mit https:// beginnt.';
const NO_ORIGIN = 'Bitte nur den Anfang der Adresse, ohne das, was nach dem Namen kommt: https://example.org';

const tooManyOrigins = { error: `Bitte höchstens ${MOST_ORIGINS} Adressen.` };

const webAddress = readWith(500, readWebAddress, NO_WEB_ADDRESS);
const origin = readWith(300, readOrigin, NO_ORIGIN);

/** A few lines of text typed by a person. */
const lines = z
  .string()
  .max(600, { error: 'Bitte höchstens 600 Zeichen.', abort: true })
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .refine((text) => !hasControlCharacters(text.replaceAll('\n', '')), { error: 'Bitte ohne Sonderzeichen.' })
  .refine((text) => text.split('\n').length <= MOST_LINES, { error: `Bitte höchstens ${MOST_LINES} Zeilen.` })
  .pipe(z.string().min(1, { error: 'Bitte füllen Sie dieses Feld aus.' }));

const length = z
  .int()
  .min(GRID_MINUTES, { error: `Bitte mindestens ${GRID_MINUTES} Minuten.` })
  .max(LONGEST_DATE_MINUTES, { error: `Bitte höchstens ${LONGEST_DATE_MINUTES / 60} Stunden.` })
  .multipleOf(GRID_MINUTES, { error: `Bitte in Schritten von ${GRID_MINUTES} Minuten.` });
const from = (least: number, most: number) => {
  const error = `Bitte eine Zahl von ${least} bis ${most}.`;
  return z.int().min(least, { error }).max(most, { error });
};

const rules = z.strictObject({
  minMinutes: length,
  maxMinutes: length,
  defaultMinutes: length,
  opensAt: z.string().regex(/^([01]\d|2[0-3]):(00|15|30|45)$/, { error: 'Bitte eine Uhrzeit wie 07:15.' }),
  closesAt: z
    .string()
    .regex(/^(([01]\d|2[0-3]):(00|15|30|45)|24:00)$/, { error: 'Bitte eine Uhrzeit wie 22:45 oder 24:00.' }),
  horizonMonths: from(1, 24),
  bufferMinutes: from(0, LONGEST_BUFFER_MINUTES),
  mostRoomsAtOnce: from(1, 100),
  mostWeeklyMinutes: from(30, MINUTES_OF_A_WEEK),
  doorOpensMinutes: from(0, EARLIEST_DOOR_MINUTES),
  allowsInformation: z.boolean(),
});

/** Null takes away. A name with an @ in it would look like another address in the recipient's list of mails. */
const sender = z.strictObject({
  name: line(100)
    .refine((name) => !name.includes('@'), { error: 'Bitte einen Namen, keine Adresse.' })
    .nullable(),
  replyTo: email.nullable(),
  signature: lines.nullable(),
});

/** What changes; the rest stays as it is. */
export const settingsChange = z
  .strictObject({
    name: line(120),
    town: line(80),
    land: z.enum(LANDS, { error: 'Bitte ein Bundesland wie NW.' }),
    phone: line(50),
    email,
    openingHours: line(300),
    /** As mails and the pages behind their links speak. */
    wording: z.enum(WORDINGS, { error: 'Diese Anrede gibt es noch nicht.' }),
    website: webAddress,
    imprintUrl: webAddress,
    privacyUrl: webAddress,
    /** All of them: what is left out may no longer show the house. */
    origins: z
      .array(origin)
      .max(5 * MOST_ORIGINS, tooManyOrigins)
      .transform((typed) => [...new Set(typed)])
      .pipe(z.array(z.string()).max(MOST_ORIGINS, tooManyOrigins)),
    rules: rules.partial(),
    sender: sender.partial(),
  })
  .partial();
export type SettingsChange = z.infer<typeof settingsChange>;

/** Text of which `read` makes the address as it is kept. */
function readWith(longest: number, read: (typed: string) => string | undefined, message: string) {
  return line(longest).transform((typed, context) => {
    const address = read(typed);
    if (address !== undefined) return address;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}
