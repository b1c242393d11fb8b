import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Representative } from '../kernel/actor.js';
import { toUtc } from '../kernel/time-range.js';
import { noticeOf } from './domain/notices.js';
import type { ReserveRequest } from './reservations.requests.js';
import { inWords, type previewView } from './reservations.views.js';
import { VerdictsReader } from './verdicts.reader.js';
import { WishesReader } from './wishes.reader.js';

/** What a wish would bring if it were sent now. Nothing is stored and nothing is promised. */
@Injectable()
export class PreviewsReader {
  constructor(
    private readonly wishes: WishesReader,
    private readonly verdicts: VerdictsReader,
  ) {}

  /** Throws what a wish throws. */
  async preview(
    actor: Representative,
    groupId: string,
    request: ReserveRequest,
  ): Promise<z.infer<typeof previewView>> {
    const wish = await this.wishes.read(actor, groupId, request);
    const { judged } = await this.verdicts.judge(wish);
    const dates = await this.verdicts.describe(wish, judged);
    const [first] = wish.dates;
    const only = {
      startsAt: first ? toUtc(first.range.start) : '',
      endsAt: first ? toUtc(first.range.end) : '',
    };
    return { inWords: inWords(wish.series, only), notice: noticeOf(wish, judged), dates };
  }
}
