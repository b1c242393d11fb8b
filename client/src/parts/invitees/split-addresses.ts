import type { InviteeInput } from '../../api/invitee-shapes.js';

export const MOST_INVITEES = 60;

/**
 * Splits what a person pasted into addresses: commas, semicolons and line breaks part them, and
 * "Name <a@b>" is understood. Whether an address is good is the house's business.
 */
export function splitAddresses(text: string): InviteeInput[] {
  const found = new Map<string, InviteeInput>();
  for (const entry of entriesOf(text)) {
    const known = found.get(entry.email.toLowerCase());
    if (!known) found.set(entry.email.toLowerCase(), entry);
    else if (!known.name && entry.name) known.name = entry.name;
  }
  return [...found.values()];
}

function entriesOf(text: string): InviteeInput[] {
  return text
    .split(/[\r\n;]+/)
    .flatMap(piecesOf)
    .flatMap(withoutBlanks);
}

// Quoted names may hold a comma: "Muster, Maria" <maria@example.org>
function piecesOf(line: string): string[] {
  return line.match(/(?:"[^"]*"|[^,"]|"(?=[^"]*$))+/g) ?? [];
}

function withoutBlanks(piece: string): InviteeInput[] {
  const named = /^(.*?)<([^<>]*)>\s*$/.exec(piece.trim());
  if (!named) return plainAddresses(piece);
  const name = clean(named[1] ?? '');
  const email = (named[2] ?? '').trim();
  return email ? [name ? { name, email } : { email }] : [];
}

// Two addresses with only blanks between them are two; "maria at example" stays one, for the house to refuse.
function plainAddresses(piece: string): InviteeInput[] {
  const words = piece.trim().split(/\s+/).filter(Boolean);
  const several = words.length > 1 && words.every((word) => word.includes('@'));
  return several ? words.map((email) => ({ email })) : words.length ? [{ email: words.join(' ') }] : [];
}

const clean = (name: string): string =>
  name
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .trim();
