import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CANCELLATION_MAIL,
  INVITATION_MAIL,
  MOVED_MAIL,
  RESTORED_MAIL,
  TIMED_MAILS,
  WITHDRAWN_MAIL,
} from './news.js';
import {
  expectedAnyOf,
  kindOfSeveral,
  seriesDueFor,
  type SeriesMail,
  type SeriesNews,
  type Truth,
} from './series-news.js';

interface SeriesDate {
  id: string;
  state: 'planned' | 'cancelled' | 'leftOut';
  hour: number;
  isOver: boolean;
  /** Has ever changed. */
  isChanged: boolean;
  cancelledAt: number;
  /** When it was to take place, from which moment on. */
  noted: [moment: number, hour: number][];
}

/** A series of three, and somebody who is invited to it and believes what they read. */
class World {
  readonly dates: SeriesDate[];
  readonly known = new Map<string, number>();
  private readonly mails: (SeriesMail & { moment: number })[] = [];
  private moment = 0;
  private version = 0;
  private retold = 0;
  private isWithdrawn = false;

  constructor(isLastLeftOut: boolean) {
    this.dates = ['a', 'b', 'c'].map((id, place) => ({
      ...{ id, hour: 18, isOver: false, isChanged: false, cancelledAt: 0, noted: [[0, 18]] },
      state: isLastLeftOut && place === 2 ? 'leftOut' : 'planned',
    }));
    this.queue(INVITATION_MAIL);
  }

  /** One mail has its turn; false when none waits. */
  send(): boolean {
    const mail = this.mails.find(({ state }) => state === 'queued');
    if (!mail) return false;
    mail.state = 'dropped';
    if ((mail.kind === WITHDRAWN_MAIL) === this.isWithdrawn) this.write(mail);
    return true;
  }

  cancel(place: number): void {
    this.callOff(this.ahead('planned').slice(place, place + 1));
  }

  cancelFrom(place: number): void {
    this.callOff(this.ahead('planned').slice(place));
  }

  /** Those that were called off together last, but for some. */
  restore(without: number): void {
    const off = this.ahead('cancelled');
    const last = Math.max(...off.map(({ cancelledAt }) => cancelledAt));
    const together = off.filter(({ cancelledAt }) => cancelledAt === last);
    this.bring(together.filter((_, place) => together.length === 1 || place !== without));
  }

  takeUp(place: number): void {
    this.bring(this.ahead('leftOut').slice(place, place + 1));
  }

  move(place: number, hour: number): void {
    const [date] = this.ahead('planned').slice(place, place + 1);
    if (!date || date.hour === hour) return;
    this.change([{ kind: MOVED_MAIL, dates: [{ ...date, hour }] }]);
  }

  /** All that lie ahead to another hour, one of them left out or none. */
  moveAll(out: number, hour: number): void {
    const planned = this.ahead('planned');
    const off = planned.length > 1 ? planned.filter((_, place) => place === out) : [];
    const moved = planned.filter((date) => !off.includes(date) && date.hour !== hour);
    for (const date of this.ahead('leftOut')) date.hour = hour;
    this.change([
      { kind: MOVED_MAIL, dates: moved.map((date) => ({ ...date, hour })) },
      { kind: CANCELLATION_MAIL, dates: off.map((date) => ({ ...date, hour, state: 'leftOut' })) },
    ]);
  }

  passBy(): void {
    const date = this.dates.find(({ isOver }) => !isOver);
    if (date) date.isOver = true;
  }

  withdraw(): void {
    if (!this.isWithdrawn) this.retell(WITHDRAWN_MAIL);
  }

  inviteAgain(): void {
    if (this.isWithdrawn && this.ahead('planned').length > 0) this.retell(INVITATION_MAIL);
  }

  get truth(): string {
    return this.isWithdrawn ? '' : inWords(this.ahead('planned').map(({ id, hour }) => [id, hour]));
  }

  get belief(): string {
    const ahead = new Set(this.dates.filter(({ isOver }) => !isOver).map(({ id }) => id));
    return inWords([...this.known].filter(([id]) => ahead.has(id)));
  }

  /** Dates to come that do not take place, but for those that never were to. */
  private get off(): SeriesDate[] {
    return [...this.ahead('cancelled'), ...this.ahead('leftOut').filter(({ isChanged }) => isChanged)];
  }

  private ahead(state: SeriesDate['state']): SeriesDate[] {
    return this.dates.filter((date) => date.state === state && !date.isOver);
  }

  private callOff(dates: SeriesDate[]): void {
    const cancelledAt = ++this.moment;
    const off = dates.map((date) => ({ ...date, state: 'cancelled' as const, cancelledAt }));
    this.change([{ kind: CANCELLATION_MAIL, dates: off }]);
  }

  private bring(dates: SeriesDate[]): void {
    const planned = dates.map((date) => ({ ...date, state: 'planned' as const }));
    this.change([{ kind: RESTORED_MAIL, dates: planned }]);
  }

  /** As one change of the series: the last of its ways names the mail. */
  private change(ways: { kind: string; dates: SeriesDate[] }[]): void {
    const done = ways.filter(({ dates }) => dates.length > 0);
    const { kind } = done.at(-1) ?? {};
    if (kind === undefined) return;
    const ids = done.flatMap(({ dates }) =>
      dates.map((date) => Object.assign(this.of(date.id), date, { isChanged: true }).id),
    );
    this.moment++;
    for (const { id, hour, state } of this.dates)
      if (ids.includes(id) && state === 'planned') this.of(id).noted.push([this.moment, hour]);
    this.version++;
    const [one, ...more] = ids;
    if (this.isWithdrawn) return;
    if (more.length === 0) this.queue(kind, one);
    else this.queue(kindOfSeveral(kind, { isAnyAhead: this.ahead('planned').length > 0 }));
  }

  private of(id: string): SeriesDate {
    return this.dates.find((date) => date.id === id) as SeriesDate;
  }

  private retell(kind: string): void {
    this.isWithdrawn = kind === WITHDRAWN_MAIL;
    this.retold++;
    this.queue(kind);
  }

  private queue(kind: string, date?: string, sequence = this.version + this.retold): void {
    const mail = { kind, sequence, ...(date !== undefined && { date }) };
    this.mails.push({ ...mail, state: 'queued', moment: this.moment++ });
  }

  private write(mail: SeriesMail): void {
    if (mail.kind === WITHDRAWN_MAIL) return this.writeWithdrawal(mail);
    const due = seriesDueFor({ ...mail, state: 'queued' }, this.mails, this.truthAbout(mail));
    if (due === 'nothing') return;
    if ('instead' in due) return this.queue(due.instead, undefined, due.sequence);
    mail.state = 'sent';
    this.believe(due, mail);
  }

  private writeWithdrawal(mail: SeriesMail): void {
    const ids = [...this.ahead('planned'), ...this.off].map(({ id }) => id);
    if (!expectedAnyOf(ids, this.mails)) return;
    mail.state = 'sent';
    this.known.clear();
  }

  private truthAbout({ date: id }: SeriesMail): Truth {
    const date = this.dates.find((each) => each.id === id);
    return {
      isAnyAhead: this.ahead('planned').length > 0,
      isAnyOff: this.off.length > 0,
      isPlanned: date?.state === 'planned',
      isElsewhere: date !== undefined && this.isElsewhere(date),
    };
  }

  private believe({ of, what }: Exclude<SeriesNews, 'nothing'>, mail: SeriesMail): void {
    if (of === 'all') this.known.clear();
    if (what === 'cancelled') this.known.delete(mail.date ?? '');
    else
      for (const { id, hour } of of === 'all' ? this.ahead('planned') : [this.of(mail.date ?? '')])
        this.known.set(id, hour);
  }

  private isElsewhere({ id, hour, noted }: SeriesDate): boolean {
    const told = this.mails.filter(
      (mail) =>
        mail.state === 'sent' && TIMED_MAILS.includes(mail.kind) && [undefined, id].includes(mail.date),
    );
    const last = Math.max(...told.map(({ moment }) => moment));
    const at = noted.findLast(([moment]) => moment <= last);
    return at !== undefined && at[1] !== hour;
  }
}

const inWords = (dates: [string, number][]): string =>
  dates
    .map(([id, hour]) => `${id} ${String(hour)}`)
    .sort()
    .join(', ');

const DEEDS = [
  ...(['send', 'send', 'send', 'send', 'send', 'send'] as const),
  ...(['cancel', 'cancelFrom', 'restore', 'takeUp', 'move', 'moveAll', 'passBy'] as const),
  ...(['withdraw', 'inviteAgain'] as const),
];
const deed = fc.record({
  does: fc.constantFrom(...DEEDS),
  at: fc.integer({ min: 0, max: 3 }),
  hour: fc.integer({ min: 15, max: 19 }),
});

describe('Whatever becomes of a series while mails wait', () => {
  it('in the end somebody who is invited to it knows what takes place, and nothing else', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(deed, { maxLength: 12 }), (isLastLeftOut, deeds) => {
        const world = new World(isLastLeftOut);
        for (const { does, at, hour } of deeds) world[does](at, hour);
        for (let turns = 0; world.send(); turns++) expect(turns).toBeLessThan(100);
        expect(world.belief).toBe(world.truth);
      }),
      { numRuns: 10_000 },
    );
  });
});
