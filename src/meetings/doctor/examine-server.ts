import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { asksTheHouse } from '../../kernel/jitsi-server.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Transactions } from '../../platform/database/transactions.js';
import type { ServerRow } from '../../rooms/meeting-servers.reader.js';
import { DoorKeys } from '../door-keys.js';
import { TrialSlotsReader } from '../trial-slots.reader.js';
import { TrialSlotsStore } from '../trial-slots.store.js';
import { judge, skip, type Finding } from './finding.js';
import { sendGuests, sendStrangers, type Guests } from './knock.js';
import { lookAtKey, lookAtPages } from './look-at-pages.js';
import { TrialTokens } from './trial-tokens.js';
import { judgeBeat, tryUnreserved, watchClosing } from './try-slots.js';
import type { Visitor } from './visitor.js';

/** A trial that nobody ends, because this program was ended, is over by itself. */
const TRIAL_MINUTES = 5;
const MAX_HEADS = 30;

/** Looks at a Jitsi server as a browser would, in a room that is there for this alone. At most a minute. */
@Injectable()
export class ExamineServer {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly keys: DoorKeys,
    private readonly trials: TrialSlotsReader,
    private readonly store: TrialSlotsStore,
  ) {}

  async run(server: ServerRow): Promise<Finding[]> {
    const { publicUrl: houseUrl } = this.config;
    const hasTokens = server.profile !== 'P0';
    const facts = { xmppDomain: server.xmppDomain, houseUrl, hasTokens };
    const [pages, door] = await Promise.all([
      lookAtPages(server.baseUrl, facts, this.clock),
      hasTokens ? this.knock(server) : [skip('door', 'P0: Dieser Server prüft keine Tokens.')],
    ]);
    return [...pages, ...door].map((finding) => (hasTokens ? finding : asForeign(finding)));
  }

  private async knock(server: ServerRow): Promise<Finding[]> {
    const kid = this.keys.list().find(({ state }) => state === 'inUse')?.kid ?? '';
    const key = lookAtKey(this.config.publicUrl, kid);
    const now = this.clock.now();
    const times = {
      opens: now.subtract({ minutes: 1 }),
      closes: now.add({ minutes: TRIAL_MINUTES }),
      maxHeads: MAX_HEADS,
    };
    const room = await this.transactions.run((tx) => this.store.open(tx, server.id, times));
    try {
      return [await key, ...(await this.enter(server, room))];
    } finally {
      await this.endTrial(room);
    }
  }

  private async enter(server: ServerRow, room: string): Promise<Finding[]> {
    const asked = { tokens: new TrialTokens(server, this.keys), now: this.clock.now() };
    const { guests, findings } = await sendGuests(server, room, asked);
    const isDoorOpen = guests.participant.fate.kind === 'in' || guests.moderator.fate.kind === 'in';
    try {
      const [components, strangers, slots] = await Promise.all([
        componentsOf(server, insiderOf(guests)),
        sendStrangers(server, room, { ...asked, isDoorOpen }),
        asksTheHouse(server.profile) ? tryUnreserved(server, asked) : skip('unreserved-room', NO_RESERVATION),
      ]);
      return [...findings, ...components, ...strangers, slots, ...(await this.guard(server, guests, room))];
    } finally {
      for (const { visitor } of [guests.participant, guests.moderator]) visitor.leave();
    }
  }

  private async guard(server: ServerRow, guests: Guests, room: string): Promise<Finding[]> {
    if (server.profile !== 'P3')
      return ['closing', 'guard-beat'].map((name) =>
        skip(name, `${server.profile}: Dieser Server hat keinen Slot-Guard.`),
      );
    await this.endTrial(room);
    const closing = await watchClosing(insiderOf(guests));
    return [closing, judgeBeat(await this.trials.lastBeatOf(server.id), this.clock.now())];
  }

  private async endTrial(room: string): Promise<void> {
    await this.transactions.run((tx) => this.store.close(tx, room));
  }
}

const NO_RESERVATION = 'P1: Dieser Server fragt das Haus nicht.';

function insiderOf({ moderator, participant }: Guests): Visitor | undefined {
  return [moderator, participant].find(({ fate }) => fate.kind === 'in')?.visitor;
}

/** Nobody in the house can mend a foreign server. */
function asForeign(finding: Finding): Finding {
  const isAway = ['reachable', 'tls'].includes(finding.name);
  return finding.state === 'fail' && !isAway ? { ...finding, state: 'warn' } : finding;
}

async function componentsOf({ hasLobby }: ServerRow, insider: Visitor | undefined): Promise<Finding[]> {
  const found = await insider?.findComponents();
  if (!found) return ['lobby', 'breakout-rooms'].map((name) => skip(name, 'Der Server sagt nichts dazu.'));
  const breakout = judge(
    {
      name: 'breakout-rooms',
      well: 'Es gibt keine Untergruppen.',
      wrong: 'Es gibt Untergruppen: Ihre Räume prüfen weder Token noch Slot-Guard.',
      mend: 'ENABLE_BREAKOUT_ROOMS=0 setzen.',
    },
    !found.includes('breakout_rooms'),
  );
  if (!hasLobby) return [skip('lobby', 'Das Haus rechnet bei diesem Server mit keinem Warteraum.'), breakout];
  const lobby = {
    name: 'lobby',
    well: 'Es gibt einen Warteraum.',
    wrong: 'Das Haus rechnet mit einem Warteraum, und es gibt keinen.',
    mend: 'ENABLE_LOBBY=1 setzen und token_lobby_bypass laden, oder im Haus --lobby no.',
  };
  return [judge(lobby, found.includes('lobbyrooms')), breakout];
}
