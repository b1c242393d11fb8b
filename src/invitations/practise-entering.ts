import { Injectable } from '@nestjs/common';
import type { Wording } from '../kernel/wording.js';
import { practiceWished } from '../meetings/meetings.events.js';
import { PracticeRoomsReader } from '../meetings/practice-rooms.reader.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { RateLimits } from '../platform/rate-limit/rate-limits.js';
import { hashToken, newToken } from '../platform/secrets/token.js';
import type { Guest } from './guests.reader.js';
import { LinkEnded } from './invitations.errors.js';
import { pageWordsOf } from './words/pages.js';

/** More than anybody needs who tries one thing after the other. */
const OF_LINK = { name: 'practice-of-link', points: 20, seconds: 600 };
/** The same for a whole group that tries on the same evening. */
const OF_GROUP_LINK = { name: 'practice-of-group-link', points: 60, seconds: 600 };

interface Practice {
  /** The link by which somebody practises, spelled as the house does. */
  token: string;
  isGroupLink: boolean;
  /** Undefined by the link of a group that has no date ahead. */
  guest: Guest | undefined;
  displayName: string;
  wording: Wording;
}

/**
 * Somebody wants to try Jitsi before their meeting: in a room of this link, where nobody comes without it. By the link of a
 * group each has a room of their own: many have that link who do not expect each other.
 */
@Injectable()
export class PractiseEntering {
  constructor(
    private readonly practice: PracticeRoomsReader,
    private readonly limits: RateLimits,
    private readonly transactions: Transactions,
    private readonly events: Events,
  ) {}

  /** Returns the address to go to. Throws LinkEnded, TooManyTries, NoMeetingServer, ServerAway. */
  async run({ token, isGroupLink, guest, displayName, wording }: Practice): Promise<string> {
    const why = guest?.door.kind;
    if (why === 'cancelled' || why === 'over') throw new LinkEnded(why);
    // Not the token itself: what is told and counted must open nothing.
    const link = hashToken(token).toString('hex');
    await this.limits.requireTry(isGroupLink ? OF_GROUP_LINK : OF_LINK, link);
    const whose = isGroupLink ? newToken() : link;
    const serverId = await this.practice.requireServer(guest?.occurrence.id);
    await this.transactions.run((tx) => this.events.publish(tx, practiceWished, { link: whose, serverId }));
    return this.practice.entryUrl(whose, displayName || pageWordsOf(wording).door.nameless.guest, wording);
  }
}
