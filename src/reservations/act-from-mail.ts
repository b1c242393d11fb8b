import { Injectable } from '@nestjs/common';
import { Outdated } from '../kernel/domain-error.js';
import { wallTimeOf } from '../kernel/local-time.js';
import { rangeBetween, type TimeRange } from '../kernel/time-range.js';
import * as fields from '../platform/http/fields.js';
import type { ActRequest } from './act-from-mail.requests.js';
import { CancelOccurrence } from './cancel-occurrence.js';
import { changed, type Standing } from './domain/changes.js';
import { MailedDatesReader, type MailedDate } from './mailed-dates.reader.js';
import { MoveOccurrence } from './move-occurrence.js';
import { NoSuchTime, RoomAlreadyTaken, SameTime } from './reservations.errors.js';
import { VerdictsReader } from './verdicts.reader.js';
import { WishesReader } from './wishes.reader.js';

/** Where a move leads. */
export interface Target {
  range: TimeRange;
  roomName: string;
}

export type Outcome =
  | { kind: 'kept' }
  | { kind: 'cancelled' }
  | { kind: 'moved'; to: Target }
  /** Nothing has happened: `sure` with the same wish makes it so. */
  | { kind: 'asked'; wish: ActRequest; sure: string; to?: Target };

/**
 * A representative says by the link of a mail that a date takes place, or moves it or calls it off. The last two are
 * asked once more, so that no program that sends every form of a page can do them.
 */
@Injectable()
export class ActFromMail {
  constructor(
    private readonly mailedDates: MailedDatesReader,
    private readonly wishes: WishesReader,
    private readonly verdicts: VerdictsReader,
    private readonly moveOccurrence: MoveOccurrence,
    private readonly cancelOccurrence: CancelOccurrence,
  ) {}

  /** Throws Outdated, NoSuchTime, SameTime, what a wish throws, and RoomAlreadyTaken with what is free. */
  async run(mailed: MailedDate, wish: ActRequest): Promise<Outcome> {
    if (wish.act === 'confirm') return { kind: 'kept' };
    if (wish.version !== mailed.occurrence.version) throw new Outdated();
    return wish.act === 'cancel' ? this.cancel(mailed, wish) : this.move(mailed, wish);
  }

  /**
   * What a second press of the same button finds done by the first one: the browser shows only this answer. Undefined
   * when it was not done, or the date has moved on since.
   */
  findDone(mailed: MailedDate, wish: ActRequest): Outcome | undefined {
    const { occurrence } = mailed;
    if (wish.act !== 'move' || wish.version === occurrence.version) return undefined;
    const asAsked = { ...mailed, occurrence: { ...occurrence, version: wish.version } };
    if (!standsAsWished(occurrence, wish) || !this.mailedDates.isSure(asAsked, wish)) return undefined;
    return { kind: 'moved', to: { range: rangeBetween(occurrence), roomName: occurrence.roomName } };
  }

  private async cancel(mailed: MailedDate, wish: ActRequest): Promise<Outcome> {
    const { actor, occurrence } = mailed;
    if (!this.mailedDates.isSure(mailed, wish)) return this.ask(mailed, wish);
    await this.cancelOccurrence.run(actor, occurrence.id, occurrence.version);
    return { kind: 'cancelled' };
  }

  private async move(mailed: MailedDate, wish: ActRequest): Promise<Outcome> {
    const { actor, occurrence } = mailed;
    const change = changeIn(wish);
    const to = await this.look(mailed, change);
    if (!this.mailedDates.isSure(mailed, wish)) return this.ask(mailed, wish, to);
    await this.moveOccurrence.run(actor, occurrence.id, { change, expectedVersion: occurrence.version });
    return { kind: 'moved', to };
  }

  private ask(mailed: MailedDate, wish: ActRequest, to?: Target): Outcome {
    return { kind: 'asked', wish, sure: this.mailedDates.sureFor(mailed, wish), ...(to && { to }) };
  }

  /** Where the date would be; nothing is held. */
  private async look(
    { actor, occurrence }: MailedDate,
    change: ReturnType<typeof changeIn>,
  ): Promise<Target> {
    const day = changed(occurrence, change);
    const wish = await this.wishes.readDays(actor, occurrence.groupId, {
      days: [day],
      except: [occurrence.id],
    });
    const { judged: verdicts } = await this.verdicts.judge(wish);
    const [judged] = await this.verdicts.describe(wish, verdicts);
    if (!judged?.room || judged.verdict !== 'free') throw new RoomAlreadyTaken(judged ? [judged] : [], false);
    const isSame = judged.startsAt === occurrence.startsAt && judged.room.id === occurrence.roomId;
    if (isSame) throw new SameTime();
    const [start, end] = [judged.startsAt, judged.endsAt].map((at) => Temporal.Instant.from(at)) as [
      Temporal.Instant,
      Temporal.Instant,
    ];
    return { range: { start, end }, roomName: judged.room.name };
  }
}

function standsAsWished({ startsAt, roomId }: Standing, wish: ActRequest): boolean {
  const { date, time } = wallTimeOf(Temporal.Instant.from(startsAt));
  return date === wish.date && time === wish.time && (wish.roomId ?? roomId) === roomId;
}

/** Throws NoSuchTime. */
function changeIn({ date, time, roomId }: ActRequest) {
  const [day, clock] = [fields.date.safeParse(date), fields.time.safeParse(time)];
  if (!day.success) throw new NoSuchTime('Bitte geben Sie einen Tag an, zum Beispiel 2026-12-08.');
  if (!clock.success) throw new NoSuchTime('Bitte geben Sie eine Uhrzeit an, zum Beispiel 18:00.');
  return { date: day.data, time: clock.data, ...(roomId !== undefined && { roomId }) };
}
