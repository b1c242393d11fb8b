import { z } from 'zod';
import { hasControlCharacters } from '../../kernel/plain-text.js';

// The shapes of single fields that requests are made of. Messages are whole sentences: people read them.

z.config({ customError: (issue) => GERMAN[issue.code] ?? 'Die Angabe hat die falsche Form.' });

const GERMAN: Record<string, string | undefined> = {
  invalid_type: 'Die Angabe fehlt oder hat die falsche Form.',
  unrecognized_keys: 'Diese Angabe kennt das Haus nicht.',
  too_big: 'Die Angabe ist zu lang oder zu groß.',
  too_small: 'Die Angabe fehlt oder ist zu kurz.',
};

/** One line of text typed by a person: trimmed, without line breaks, control or direction characters. */
export const line = (longest: number) =>
  z
    .string()
    .max(longest, { error: `Bitte höchstens ${longest} Zeichen.`, abort: true })
    .refine((text) => !hasControlCharacters(text), { error: 'Bitte ohne Zeilenumbruch und Sonderzeichen.' })
    .transform((text) => text.trim())
    .pipe(z.string().min(1, { error: 'Bitte füllen Sie dieses Feld aus.' }));

/** A calendar day that exists, `2026-12-01`, from year 2000 to 2199. */
export const date = z
  .string()
  .regex(/^2[01]\d\d-\d\d-\d\d$/, { error: ({ input }) => faultOfDate(input), abort: true })
  .refine(isDay, { error: 'Diesen Tag gibt es im Kalender nicht.' });

/** A wall time `18:00`. */
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Bitte eine Uhrzeit wie 18:00.' });

/** In small letters, as the house keeps it: RFC 9562, section 4, takes capital ones too. */
export const id = z.uuid({ error: 'Das ist keine Kennung des Hauses.' }).toLowerCase();

export const listQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: id.optional(),
};

function faultOfDate(text: unknown): string {
  const hasItsForm = /^\d{4}-\d\d-\d\d$/.test(String(text));
  return hasItsForm ? 'Bitte ein Datum aus den Jahren 2000 bis 2199.' : 'Bitte ein Datum wie 2026-12-01.';
}

function isDay(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
