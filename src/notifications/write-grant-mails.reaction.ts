import { Injectable, type OnModuleInit } from '@nestjs/common';
import { groupGranted } from '../groups/groups.events.js';
import { Clock } from '../kernel/clock.js';
import { dateOf } from '../kernel/local-time.js';
import { Transactions } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import type { Letter } from '../platform/mail/letter.js';
import { Mails } from '../platform/mail/mails.js';
import { AddresseesReader } from './addressees.reader.js';
import { letter } from './words/all-wordings.js';

const KIND = 'grant';

/** Every representative of a newly granted group gets a mail. */
@Injectable()
export class WriteGrantMails implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly mails: Mails,
    private readonly transactions: Transactions,
    private readonly addressees: AddresseesReader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on(groupGranted, 'write-grant-mails', ({ representativeIds }) =>
      this.transactions.run(async (tx) => {
        for (const about of representativeIds) await this.mails.queue(tx, { kind: KIND, about });
      }),
    );
    this.mails.writeWith(KIND, ({ about }) => this.write(about));
  }

  private async write(representativeId: string): Promise<Letter | undefined> {
    const addressee = await this.addressees.find(representativeId);
    const today = dateOf(this.clock.now()).toString();
    return addressee && letter('grant', { ...addressee, today });
  }
}
