import type { INestApplicationContext } from '@nestjs/common';
import { NotFound, Outdated } from '../kernel/domain-error.js';
import {
  asksTheHouse,
  dialInInWords,
  PROFILES,
  readDialIn,
  USUAL_NAMES,
  usualMucDomain,
  type Profile,
} from '../kernel/jitsi-server.js';
import { AddServer } from '../rooms/add-server.js';
import { ChangeServer } from '../rooms/change-server.js';
import { MeetingServersReader } from '../rooms/meeting-servers.reader.js';
import { RenewServerSecret } from '../rooms/renew-server-secret.js';
import { ServerExists, SetByConfiguration } from '../rooms/servers.errors.js';
import { changeServerRequest, newServer } from '../rooms/servers.requests.js';
import { Refused, WrongUse, type Command, type CommandContext } from './command.js';
import { wordsOf } from './command-words.js';
import { withRooms } from './open-rooms.js';
import { tableOf } from './table.js';

/** What can be said of a server: the option, and what it must be. */
const OPTIONS = {
  url: 'an address such as https://meet.example',
  profile: `one of ${PROFILES.join(', ')}`,
  capacity: 'a number of people, 2 or more',
  'xmpp-domain': 'a domain such as meet.jitsi',
  'muc-domain': 'a domain such as muc.meet.jitsi',
  issuer: 'a text that stands in the tokens',
  audience: 'a text that stands in the tokens',
  lobby: 'yes or no',
  'dial-in': 'numbers such as "DE +49 231 1234567, AT +43 800 1234567 free"',
};
type Option = keyof typeof OPTIONS;

/** By the name that it has in the house. */
const FIELDS: Readonly<Record<string, Option>> = {
  baseUrl: 'url',
  profile: 'profile',
  capacity: 'capacity',
  xmppDomain: 'xmpp-domain',
  mucDomain: 'muc-domain',
  issuer: 'issuer',
  audience: 'audience',
  hasLobby: 'lobby',
  dialIn: 'dial-in',
};

const REFUSALS: [kind: new () => Error, sentence: string][] = [
  [NotFound, 'There is no server of this name.'],
  [ServerExists, 'There is a server of this name already.'],
  [
    SetByConfiguration,
    'The configuration (JITSI_…) names this server: change it there and start the house anew.',
  ],
  [Outdated, 'Somebody else has just changed this server. Please look again.'],
];

/** The Jitsi servers of the house. */
export const servers: Command = {
  usage: [
    'servers                                               the Jitsi servers',
    'servers add <name> --url … --profile … --capacity …   one more server',
    'servers change <name> [--url …] [--capacity …] …      other facts',
    'servers secret <name>                                 a new secret, shown once',
    'servers close <name>                                  takes no new dates',
    'servers open <name>                                   takes new dates',
    `further options: ${Object.keys(OPTIONS)
      .slice(3)
      .map((name) => `--${name}`)
      .join(' ')}`,
  ],
  async run(args, context) {
    const { words, values } = wordsOf(args, TEXTS);
    const [action = 'list', slug = ''] = words;
    const work = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    const isWhole = words.length === (action === 'list' ? 0 : 2);
    if (!work || !isWhole || !mayHave(values, action))
      throw new WrongUse(`"${['servers', ...args].join(' ')}" is not known.`);
    const facts = factsOf(values);
    await withRooms(context.config, (rooms) => inPlainWords(() => work({ rooms, slug, facts, ...context })));
  },
};

const TEXTS = Object.fromEntries(Object.keys(OPTIONS).map((name) => [name, { type: 'string' as const }]));

function mayHave(values: object, action: string): boolean {
  return Object.keys(values).length === 0 || action === 'add' || action === 'change';
}

interface Asked extends CommandContext {
  rooms: INestApplicationContext;
  slug: string;
  facts: Record<string, unknown>;
}

const ACTIONS: Readonly<Record<string, (asked: Asked) => Promise<void>>> = {
  async list({ rooms, say }) {
    const rows = await rooms.get(MeetingServersReader, { strict: false }).list({ limit: 200 });
    const cells = rows.map((row) => [
      row.slug,
      row.baseUrl || '-',
      row.profile,
      String(row.capacity),
      row.isOpen ? 'open' : 'closed',
      row.hasSecret ? 'yes' : 'no',
      row.isConfigured ? 'configuration' : 'command line',
      dialInInWords(row.dialIn) || '-',
    ]);
    const head = ['name', 'address', 'profile', 'capacity', 'new dates', 'secret', 'set by', 'telephone'];
    say(rows.length > 0 ? tableOf([head, ...cells]) : 'The house has no Jitsi server.');
  },

  async add({ rooms, slug, facts, say }) {
    const { xmppDomain = USUAL_NAMES.xmppDomain, profile } = facts as {
      xmppDomain?: string;
      profile: Profile;
    };
    const usual = {
      ...USUAL_NAMES,
      mucDomain: usualMucDomain(xmppDomain),
      hasLobby: asksTheHouse(profile),
      dialIn: [],
    };
    const parsed = newServer.safeParse({ slug, ...usual, ...facts });
    if (!parsed.success) throw wrongFact(parsed.error.issues);
    await rooms.get(AddServer, { strict: false }).run(parsed.data);
    say(
      `The server ${slug} is there and takes new dates. Its secret: npm run house -- servers secret ${slug}`,
    );
  },

  async change({ rooms, slug, facts, say }) {
    const parsed = changeServerRequest.safeParse(facts);
    if (!parsed.success) throw wrongFact(parsed.error.issues);
    if (Object.keys(facts).length === 0) throw new WrongUse('Nothing is said to change.');
    await rooms.get(ChangeServer, { strict: false }).run(slug, parsed.data);
    say(`The server ${slug} is changed.`);
  },

  async secret({ rooms, slug, say }) {
    say(await rooms.get(RenewServerSecret, { strict: false }).run(slug));
  },

  async close({ rooms, slug, say }) {
    await rooms.get(ChangeServer, { strict: false }).run(slug, { isOpen: false });
    say(`The server ${slug} takes no new dates. Those that it has stay.`);
  },

  async open({ rooms, slug, say }) {
    await rooms.get(ChangeServer, { strict: false }).run(slug, { isOpen: true });
    say(`The server ${slug} takes new dates.`);
  },
};

async function inPlainWords(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const refusal = REFUSALS.find(([kind]) => error instanceof kind);
    throw refusal ? new Refused(refusal[1]) : error;
  }
}

/** Only what is said; wrong values are left for the schema to find. */
function factsOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const said = Object.entries(FIELDS).filter(([, option]) => values[option] !== undefined);
  return Object.fromEntries(said.map(([field, option]) => [field, readFact(option, String(values[option]))]));
}

/** Null for what cannot be read. */
function readFact(option: Option, text: string): unknown {
  if (option === 'capacity') return Number(text);
  if (option === 'lobby') return { yes: true, no: false }[text] ?? null;
  return option === 'dial-in' ? (readDialIn(text) ?? null) : text;
}

function wrongFact([issue]: readonly { path: PropertyKey[] }[]): WrongUse {
  const option = FIELDS[String(issue?.path[0])];
  return new WrongUse(
    option ? `--${option} must be ${OPTIONS[option]}.` : 'A name has letters, digits and dashes, at most 40.',
  );
}
