import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Tx } from '../platform/database/transactions.js';
import { Meeting } from './meeting.entity.js';

/** 160 random bits in hexadecimal: Jitsi compares room names in lower case and takes only `[a-z0-9]` safely. */
const NAME_BYTES = 20;

/** All writes of meetings/. */
@Injectable()
export class MeetingsStore {
  async addMeeting(tx: Tx, occurrenceId: string): Promise<void> {
    const roomName = randomBytes(NAME_BYTES).toString('hex');
    await tx
      .createQueryBuilder()
      .insert()
      .into(Meeting)
      .values({ occurrenceId, roomName })
      .orIgnore()
      .execute();
  }

  async removeMeeting(tx: Tx, occurrenceId: string): Promise<void> {
    await tx.delete(Meeting, { occurrenceId });
  }
}
