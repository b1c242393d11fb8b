import type { Finding } from './finding.js';
import { BAD_TOKENS, type TrialTokens } from './trial-tokens.js';
import { Visitor, type Door, type Fate } from './visitor.js';

/** How long somebody is watched who must not become an owner, and how long for somebody who must. */
const WATCHED_MS = 2000;

const UNREACHABLE =
  'Der Websocket /xmpp-websocket antwortet nicht. Reverse Proxy prüfen: Upgrade und Connection weiterreichen.';
const REFUSED =
  'Die Meldungen von Prosody ansehen. Schlüssel-Adresse (JWT_ASAP_KEYSERVER), Aussteller, Empfänger und XMPP_DOMAIN müssen zum Haus passen, die Uhren stimmen.';
const SILENT =
  'Die Meldungen von Prosody und Jicofo ansehen. Ab P2 muss Prosody das Haus erreichen und sein Geheimnis kennen.';

export interface Guests {
  participant: { visitor: Visitor; fate: Fate };
  moderator: { visitor: Visitor; fate: Fate };
}

/** Both kinds of people whom the house sends, the participant first: who comes first must not moderate for that. */
export async function sendGuests(
  door: Door,
  room: string,
  { tokens, now }: { tokens: TrialTokens; now: Temporal.Instant },
): Promise<{ guests: Guests; findings: Finding[] }> {
  const send = async (isModerator: boolean) => {
    const visitor = Visitor.at(door, room, tokens.good(room, { isModerator, now }));
    return { visitor, fate: await visitor.enter() };
  };
  const participant = await send(false);
  const isOwner = participant.fate.kind === 'in' && (await participant.visitor.becomesOwner(WATCHED_MS));
  const moderator = await send(true);
  const moderates = moderator.fate.kind === 'in' && (await moderator.visitor.becomesOwner(WATCHED_MS));
  const [one, other] = [
    entryOf('participant', 'Eine Teilnehmerin', participant.fate),
    entryOf('moderator', 'Die Moderation', moderator.fate),
  ];
  const findings = [
    one,
    affiliationOf('participant-rights', one.state === 'ok' && participant.fate.kind, {
      isWell: !isOwner,
      well: 'Wer ohne Moderation kommt, bekommt keine.',
      wrong: 'Wer ohne Moderation kommt, bekommt sie trotzdem.',
      mend: 'JICOFO_ENABLE_AUTH=0 und ENABLE_AUTO_OWNER=0 setzen, muc_allowners nicht laden.',
    }),
    other,
    affiliationOf('moderator-rights', other.state === 'ok' && moderator.fate.kind, {
      isWell: moderates,
      well: 'Die Moderation bekommt ihre Rechte.',
      wrong: 'Die Moderation bekommt ihre Rechte nicht.',
      mend: 'token_affiliation in XMPP_MUC_MODULES aufnehmen.',
    }),
  ];
  return { guests: { participant, moderator }, findings };
}

function entryOf(name: string, who: string, fate: Fate): Finding {
  if (fate.kind === 'in') return { name, state: 'ok', says: `${who} kommt mit ihrem Token hinein.` };
  if (fate.kind === 'lobby')
    return { name, state: 'ok', says: `${who} wird mit ihrem Token in den Warteraum gelassen.` };
  const { kind } = fate;
  if (kind === 'refused')
    return {
      name,
      state: 'fail',
      says: `${who} wird mit gutem Token abgewiesen (${fate.by}).`,
      mend: REFUSED,
    };
  const says = `${who} bekommt an der Tür keine Antwort.`;
  return { name, state: 'fail', says, mend: kind === 'silent' ? SILENT : UNREACHABLE };
}

interface Rights {
  isWell: boolean;
  well: string;
  wrong: string;
  mend: string;
}

function affiliationOf(name: string, kind: Fate['kind'] | false, rights: Rights): Finding {
  if (kind === 'lobby')
    return { name, state: 'skipped', says: 'Im Warteraum zeigt sich nicht, wer moderiert.' };
  if (kind !== 'in') return { name, state: 'skipped', says: 'Niemand kam hinein.' };
  const { isWell, well, wrong, mend } = rights;
  return isWell ? { name, state: 'ok', says: well } : { name, state: 'fail', says: wrong, mend };
}

/** Everybody whom the door must refuse, at once. A refusal says something only where good tokens get in. */
export async function sendStrangers(
  door: Door,
  room: string,
  { tokens, now, isDoorOpen }: { tokens: TrialTokens; now: Temporal.Instant; isDoorOpen: boolean },
): Promise<Finding[]> {
  return Promise.all(
    BAD_TOKENS.map(async (bad) => {
      const visitor = Visitor.at(door, room, tokens.bad(bad, room, now));
      const fate = await visitor.enter();
      visitor.leave();
      return refusalOf(bad, fate, isDoorOpen);
    }),
  );
}

function refusalOf(bad: (typeof BAD_TOKENS)[number], fate: Fate, isDoorOpen: boolean): Finding {
  const { that, mend, isMinor } = bad;
  const name = `token-${bad.name}`;
  if (fate.kind === 'in' || fate.kind === 'lobby')
    return { name, state: isMinor ? 'warn' : 'fail', says: `${that} öffnet die Tür.`, mend };
  if (!isDoorOpen)
    return { name, state: 'skipped', says: 'Auch gute Tokens kommen nicht hinein: Das sagt nichts.' };
  if (fate.kind === 'refused') return { name, state: 'ok', says: `${that} wird abgewiesen (${fate.by}).` };
  return {
    name,
    state: 'warn',
    says: `${that} bekommt keine Antwort statt einer Absage.`,
    mend: 'JWT_ASAP_KEYSERVER statt JWT_… mit JWKS-Adresse verwenden; die Meldungen von Prosody ansehen.',
  };
}
