import jsonwebtoken from 'jsonwebtoken';
import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { claimsOf, type ServerIdentity } from '../domain/door-token.js';
import type { DoorKeys } from '../door-keys.js';
import { newRoomName } from '../room-name.js';

/** As long as the whole look takes, and a little more. */
const GOOD_FOR_SECONDS = 180;

type Claims = ReturnType<typeof claimsOf>;

interface Signers {
  keys: DoorKeys;
  /** None that the house has. */
  strangersKey: KeyObject;
}

interface BadToken {
  name: string;
  /** What the token is, after "Ein Token". */
  that: string;
  mend: string;
  /** Undefined: no token at all. */
  make: (claims: Claims, signers: Signers) => string | undefined;
  isMinor?: boolean;
}

const DOOR = 'ENABLE_AUTH=1, AUTH_TYPE=jwt, ENABLE_GUESTS=0 und JWT_ALLOW_EMPTY=0 setzen.';
const KEYS = 'JWT_SIGN_TYPE=RS256 und JWT_ASAP_KEYSERVER setzen, JWT_APP_SECRET leer lassen.';

const byHouse =
  (change: (claims: Claims) => object): BadToken['make'] =>
  (claims, { keys }) =>
    keys.sign(change(claims));

const byStranger =
  (kidOf: (keys: DoorKeys) => string | undefined): BadToken['make'] =>
  (claims, { keys, strangersKey }) => {
    const kid = kidOf(keys);
    const header = { alg: 'RS256', typ: 'JWT', ...(kid === undefined ? {} : { kid }) } as const;
    return jsonwebtoken.sign(claims, strangersKey, { header });
  };

/** What must not open the door, and what lets it in where it does. */
export const BAD_TOKENS: readonly BadToken[] = [
  { name: 'no-token', that: 'Kein Token', mend: DOOR, make: () => undefined },
  {
    name: 'expired',
    that: 'Ein abgelaufenes Token',
    mend: `${DOOR} Die Uhr des Jitsi-Rechners prüfen (NTP).`,
    make: byHouse((claims) => ({ ...claims, nbf: claims.iat - 120, exp: claims.iat - 60 })),
  },
  {
    name: 'wrong-room',
    that: 'Ein Token für einen anderen Raum',
    mend: 'Der Baustein token_verification muss auf der MUC-Komponente geladen sein.',
    make: byHouse((claims) => ({ ...claims, room: newRoomName() })),
  },
  {
    name: 'any-room',
    that: 'Ein Token für alle Räume (*)',
    mend: 'token_no_wildcard in XMPP_MUC_MODULES aufnehmen.',
    make: byHouse((claims) => ({ ...claims, room: '*' })),
  },
  {
    name: 'no-kid',
    that: 'Ein Token ohne Schlüsselkennung',
    mend: KEYS,
    make: byStranger(() => undefined),
  },
  {
    name: 'unknown-kid',
    that: 'Ein Token mit fremdem Schlüssel',
    mend: KEYS,
    make: byStranger(() => `trial-${randomBytes(8).toString('hex')}`),
  },
  {
    name: 'forged',
    that: 'Ein Token mit falscher Unterschrift',
    mend: KEYS,
    make: byStranger((keys) => keys.list().find(({ state }) => state === 'inUse')?.kid),
  },
  {
    name: 'foreign-issuer',
    that: 'Ein Token mit fremdem Aussteller',
    mend: 'JWT_ACCEPTED_ISSUERS auf den Aussteller des Hauses setzen.',
    make: byHouse((claims) => ({ ...claims, iss: 'jemand-anderes' })),
  },
  {
    name: 'foreign-audience',
    that: 'Ein Token für einen anderen Empfänger',
    mend: 'JWT_ACCEPTED_AUDIENCES auf den Empfänger des Hauses setzen.',
    make: byHouse((claims) => ({ ...claims, aud: 'jemand-anderes' })),
  },
  {
    name: 'foreign-domain',
    that: 'Ein Token für eine andere Domain',
    mend: 'JWT_ENABLE_DOMAIN_VERIFICATION=true setzen.',
    make: byHouse((claims) => ({ ...claims, sub: 'jemand-anderes' })),
  },
  {
    name: 'many-audiences',
    that: 'Ein Token mit einer Liste von Empfängern',
    mend: 'Nur prüfen: Jitsis eigene Prüfung weist das ab. Ein anderes Anmelde-Modul ist am Werk.',
    make: byHouse((claims) => ({ ...claims, aud: [claims.aud] })),
    isMinor: true,
  },
];

export class TrialTokens {
  private readonly signers: Signers;

  constructor(
    private readonly server: ServerIdentity,
    keys: DoorKeys,
  ) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.signers = { keys, strangersKey: privateKey };
  }

  good(room: string, { isModerator, now }: { isModerator: boolean; now: Temporal.Instant }): string {
    return this.signers.keys.sign(this.claims(room, isModerator, now));
  }

  /** As a moderator would have it: who gets in gets everything. */
  bad({ make }: BadToken, room: string, now: Temporal.Instant): string | undefined {
    return make(this.claims(room, true, now), this.signers);
  }

  private claims(roomName: string, isModerator: boolean, now: Temporal.Instant): Claims {
    const range = { start: now, end: now.add({ seconds: GOOD_FOR_SECONDS }) };
    const participantId = randomBytes(16).toString('hex');
    const entrant = { displayName: 'Prüfung', isModerator, participantId };
    return claimsOf(this.server, entrant, { roomName, range, earlyMinutes: 1, mayExtend: false, now });
  }
}
