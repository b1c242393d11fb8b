import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GroupsReader } from '../groups/groups.reader.js';
import { wallTimeOf } from '../kernel/local-time.js';
import type { TimeRange } from '../kernel/time-range.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import type { Letter, MailSubject } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { ClosedDatesReader, type ClosedDate } from '../reservations/closed-dates.reader.js';
import { closureTreated } from '../reservations/reservations.events.js';
import { closedRanges, ClosuresReader, type ClosureRow } from '../rooms/closures.reader.js';
import { AddresseesReader } from './addressees.reader.js';
import { letter } from './words/all-wordings.js';
import type { Closed } from './words/notification-words.js';

const KIND = 'closureDates';

/** Every representative of a group gets one mail about what a closure has done to the group's dates. */
@Injectable()
export class WriteClosureMails implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly addressees: AddresseesReader,
    private readonly groups: GroupsReader,
    private readonly closures: ClosuresReader,
    private readonly dates: ClosedDatesReader,
  ) {}

  onModuleInit(): void {
    this.events.on(closureTreated, 'write-closure-mails', async ({ closureId, version, occurrenceIds }) => {
      const groupIds = await this.dates.groupsOf(occurrenceIds);
      const representativeIds = await this.groups.representativesOf(groupIds);
      // The version is the sequence: a closure that is changed and hits more dates is told of again.
      const mail = { kind: KIND, concerning: closureId, sequence: version };
      await this.transactions.run(async (tx) => {
        for (const about of representativeIds) await this.mails.queue(tx, { ...mail, about });
      });
    });
    this.mails.writeWith(KIND, (mail) => this.write(mail));
  }

  private async write({ about, concerning, sequence }: MailSubject): Promise<Letter | undefined> {
    const addressee = await this.addressees.find(about);
    if (!addressee) return undefined;
    const dates = await this.dates.datesOf(addressee.groupId, { closureId: concerning, version: sequence });
    if (dates.length === 0) return undefined;
    const closed = whatIsClosed(await this.closures.findClosure(concerning), dates);
    return letter('closureDates', { ...addressee, closed, dates });
  }
}

/** Who takes a closure back or corrects it leaves called off what is called off. */
function whatIsClosed(closure: ClosureRow | undefined, dates: readonly ClosedDate[]): Closed | 'noMore' {
  if (!closure) return 'noMore';
  const hit = dates.flatMap(({ range }) => closedRanges(closure, range));
  if (hit.length === 0) return 'noMore';
  const days = Map.groupBy(hit.map(daysOf), ({ from }) => from);
  const { roomName, contactPointId, startsAt, endsAt } = closure;
  const all = contactPointId === null ? 'house' : 'contactPoint';
  return {
    what: roomName === null ? all : { room: roomName },
    days: [...days.values()].flatMap(([first]) => first ?? []),
    isPartOfDay: [startsAt, endsAt].some((time) => !time.endsWith('T00:00')),
  };
}

/** What ends at midnight ends on the day before. */
function daysOf({ start, end }: TimeRange): Closed['days'][number] {
  return { from: wallTimeOf(start).date, to: wallTimeOf(end.subtract({ minutes: 1 })).date };
}
