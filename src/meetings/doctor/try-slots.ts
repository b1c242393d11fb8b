import { newRoomName } from '../room-name.js';
import { judge, skip, type Finding } from './finding.js';
import type { TrialTokens } from './trial-tokens.js';
import { Visitor, type Door } from './visitor.js';

/** The guard asks every ten seconds, waits five for an answer and acts within one. */
const GUARD_MS = 17_000;
/** Two heartbeats may get lost. */
const BEAT_SECONDS = 35;

const GUARD =
  'slot_guard in XMPP_MUC_MODULES, slot_guard_url und slot_guard_token prüfen; die Meldungen von Prosody über slot_guard ansehen.';

/** A room that nobody has reserved, and somebody with a token for it. */
export async function tryUnreserved(
  door: Door,
  { tokens, now }: { tokens: TrialTokens; now: Temporal.Instant },
): Promise<Finding> {
  const name = 'unreserved-room';
  const room = newRoomName();
  const visitor = Visitor.at(door, room, tokens.good(room, { isModerator: true, now }));
  const fate = await visitor.enter();
  visitor.leave();
  if (fate.kind === 'refused')
    return { name, state: 'ok', says: `Ein Raum ohne Termin bleibt zu (${fate.by}).` };
  if (fate.kind !== 'in' && fate.kind !== 'lobby') return skip(name, 'Die Tür gab keine Antwort.');
  const mend = `PROSODY_RESERVATION_ENABLED=1 setzen. Bei P3: ${GUARD}`;
  return { name, state: 'fail', says: 'Ein Raum ohne Termin geht auf.', mend };
}

/** The slot has just left the list: whoever is inside has to be put out. */
export async function watchClosing(visitor: Visitor | undefined): Promise<Finding> {
  const name = 'closing';
  if (!visitor) return skip(name, 'Niemand kam hinein.');
  const from = performance.now();
  const isOut = await visitor.isPutOut(GUARD_MS);
  const seconds = Math.ceil((performance.now() - from) / 1000);
  return judge(
    {
      name,
      well: `Ist die Zeit vorbei, schließt der Raum (nach ${seconds} Sekunden).`,
      wrong: `Ist die Zeit vorbei, bleibt der Raum offen (${seconds} Sekunden gewartet).`,
      mend: GUARD,
    },
    isOut,
  );
}

export function judgeBeat(last: Temporal.Instant | undefined, now: Temporal.Instant): Finding {
  const seconds = last && Math.round((now.epochMilliseconds - last.epochMilliseconds) / 1000);
  const wrong =
    seconds === undefined
      ? 'Der Slot-Guard hat das Haus noch nie gefragt.'
      : `Der Slot-Guard hat das Haus zuletzt vor ${seconds} Sekunden gefragt.`;
  return judge(
    { name: 'guard-beat', well: 'Der Slot-Guard fragt das Haus regelmäßig.', wrong, mend: GUARD },
    seconds !== undefined && seconds <= BEAT_SECONDS,
  );
}
