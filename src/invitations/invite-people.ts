import { Injectable } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { Clock } from '../kernel/clock.js';
import { emailKey } from '../kernel/email-address.js';
import { MOST_INVITEES } from '../kernel/house-rules.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { readAddresses, type InviteeToBe } from './domain/address-list.js';
import { gridOf } from './domain/series-entry.js';
import { InvitationLimitsStore } from './invitation-limits.store.js';
import { BadAddresses, NothingToInviteTo, TooManyInvitees } from './invitations.errors.js';
import type { InviteRequest } from './invitations.requests.js';
import { InvitationsStore } from './invitations.store.js';
import { KeptListsReader } from './kept-lists.reader.js';
import { KeptListsStore } from './kept-lists.store.js';
import { isToCome, type Occasion } from './occasions.reader.js';
import { toSeriesDate } from './series.calendar.js';
import { TellInvitees } from './tell-invitees.js';
import { INVITATION_MAIL } from './domain/news.js';

const TOO_MANY = `Zu einem Termin können Sie höchstens ${MOST_INVITEES} Personen einladen.`;

interface Invited {
  invited: number;
  alreadyInvited: number;
  goneFromList: number;
}

/**
 * A representative invites people to a date, or to all dates of a series. All addresses are good and everybody is
 * invited, or nobody is.
 */
@Injectable()
export class InvitePeople {
  constructor(
    private readonly groups: GroupsReader,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly store: InvitationsStore,
    private readonly limits: InvitationLimitsStore,
    private readonly keptLists: KeptListsStore,
    private readonly lists: KeptListsReader,
    private readonly tellInvitees: TellInvitees,
  ) {}

  /**
   * Who is invited already, to the date or to its series, stays so and gets no second mail. Returns how many are invited
   * now, how many were, and how many have gone off the list that they were taken from. Throws AccessRests, BadAddresses, TooManyInvitees, TooManyInvitations, NothingToInviteTo.
   */
  async run({ groupId, dates, ...to }: Occasion, { invitees }: InviteRequest): Promise<Invited> {
    await this.groups.requireAccess(groupId);
    const now = this.clock.now();
    if (!dates.some((date) => isToCome(date, now))) throw new NothingToInviteTo();
    const { good, bad } = readAddresses(invitees);
    if (bad.length > 0) throw new BadAddresses(bad, 'Es wurde noch niemand eingeladen.');
    if (good.length > MOST_INVITEES) throw new TooManyInvitees(TOO_MANY);
    const grid = to.occurrenceId === undefined ? gridOf(dates.map(toSeriesDate)) : undefined;

    return this.transactions.run(async (tx) => {
      if (!(await this.store.lockPlanned(tx, to, now))) throw new NothingToInviteTo();
      const wanted = await this.withoutGone(tx, groupId, good);
      const inviteeIds = await this.store.addInvitees(tx, { ...to, grid, now }, wanted);
      if ((await this.store.countInvitees(tx, to)) > MOST_INVITEES) throw new TooManyInvitees(TOO_MANY);
      const invited = inviteeIds.length;
      const goneFromList = good.length - wanted.length;
      const answer = { invited, alreadyInvited: wanted.length - invited, goneFromList };
      if (invited === 0) return answer;
      await this.limits.countForGroup(tx, groupId, invited);
      await this.keptLists.keepLonger(tx, groupId, now);
      await this.tellInvitees.run(tx, INVITATION_MAIL, inviteeIds);
      return answer;
    });
  }

  /** Whoever had their address deleted while it stood in a form is not invited by that. */
  private async withoutGone(tx: Tx, groupId: string, people: InviteeToBe[]): Promise<InviteeToBe[]> {
    if (!people.some(({ fromKeptList }) => fromKeptList)) return people;
    const { items } = await this.lists.read(groupId, tx);
    const kept = new Set(items.map(({ email }) => emailKey(email)));
    return people.filter(({ fromKeptList, email }) => !fromKeptList || kept.has(emailKey(email)));
  }
}
