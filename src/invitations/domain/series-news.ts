import {
  beforeWithdrawal,
  CANCELLATION_MAIL,
  INVITATION_MAIL,
  MOVED_MAIL,
  RESTORED_MAIL,
  sinceWithdrawal,
  type WrittenMail,
} from './news.js';

/** A mail to somebody invited to a whole series; without `date` it tells of all its dates. */
export interface SeriesMail extends WrittenMail {
  /** Id of the one date that it is about. */
  date?: string;
}

/** How things stand when the mail's turn has come. */
export interface Truth {
  /** Whether any date still to come takes place; never once the group has ended. */
  isAnyAhead: boolean;
  /** Whether any that was to come does not. */
  isAnyOff: boolean;
  /** Whether the one date of the mail does. */
  isPlanned: boolean;
  /** Whether it does at another time than this person was told. */
  isElsewhere: boolean;
}

/** `what` is told of one date, or of all: then the whole entry in the calendar is written anew. */
export type SeriesNews =
  | { of: 'date'; what: 'moved' | 'restored' | 'cancelled' }
  | { of: 'all'; what: 'invitation' | 'moved' | 'restored' | 'cancelled' }
  | 'nothing';

/** News, or another mail that is to tell them in the place of this one. */
export type SeriesDue = SeriesNews | { instead: string; sequence: number };

const MAILS = {
  invitation: INVITATION_MAIL,
  moved: MOVED_MAIL,
  restored: RESTORED_MAIL,
  cancelled: CANCELLATION_MAIL,
};

/**
 * The kind of the mail about a change of several dates. Some are off and others take place: then the entry has changed,
 * and only if none is left it is struck out.
 */
export function kindOfSeveral(kind: string, { isAnyAhead }: Pick<Truth, 'isAnyAhead'>): string {
  return kind === CANCELLATION_MAIL && isAnyAhead ? MOVED_MAIL : kind;
}

/**
 * The SEQUENCE of the newest change of which somebody is told. Not that of the series: a change that is not noted in
 * their mails yet may call its dates by another grid.
 */
export function newestOf(mails: readonly SeriesMail[]): number {
  return Math.max(...mails.map(({ sequence }) => sequence));
}

const ALL = (what: 'invitation' | 'moved' | 'restored' | 'cancelled') => ({ of: 'all', what }) as const;
const DATE = (what: 'moved' | 'restored' | 'cancelled') => ({ of: 'date', what }) as const;

const isSent = ({ state }: SeriesMail) => state === 'sent';
const isOfAll = ({ date }: SeriesMail) => date === undefined;

/**
 * What one mail has to say, by all mails to the same person (itself among them) and by what is true. All is told by a
 * mail of its own, so that the list of invitees and the mails to come know that it was, up to which change.
 */
export function seriesDueFor(mail: SeriesMail, mails: readonly SeriesMail[], truth: Truth): SeriesDue {
  const news = seriesNewsFor(mail, mails, truth);
  if (news === 'nothing' || news.of === 'date') return news;
  const sequence = newestOf(mails);
  const isKind = (kind: string) => (MAILS[news.what] === kind) === (mail.kind === kind);
  const isOwn = isOfAll(mail) && isKind(INVITATION_MAIL) && isKind(CANCELLATION_MAIL);
  return isOwn && mail.sequence === sequence ? news : { instead: MAILS[news.what], sequence };
}

/** A mail is overtaken when a later one tells the same date, or all dates, or when all were told since. */
export function seriesNewsFor(mail: SeriesMail, mails: readonly SeriesMail[], truth: Truth): SeriesNews {
  const known = sinceWithdrawal(mails);
  if (isOvertaken(mail, known)) return 'nothing';
  if (mail.kind === INVITATION_MAIL && truth.isAnyAhead) return ALL('invitation');
  const lastOfAll = known.findLast((each) => isOfAll(each) && isSent(each));
  if (!lastOfAll) return truth.isAnyAhead && wasDropped(known) ? ALL('invitation') : 'nothing';
  return isOfAll(mail)
    ? newsOfAll(mail, { known, lastOfAll, truth })
    : newsOfDate(mail, { known, lastOfAll, truth });
}

/**
 * Before a withdrawal is told: whether somebody believes that any of these dates takes place. The last mail that told all
 * of them decides, and after it what was told of each.
 */
export function expectedAnyOf(dates: readonly string[], mails: readonly SeriesMail[]): boolean {
  const sent = sinceWithdrawal(beforeWithdrawal(mails)).filter(isSent);
  const lastOfAll = sent.findLast(isOfAll);
  if (!lastOfAll || lastOfAll.kind === CANCELLATION_MAIL) return false;
  const since = sent.filter(({ sequence }) => sequence > lastOfAll.sequence);
  const isOff = (id: string) => since.findLast(({ date }) => date === id)?.kind === CANCELLATION_MAIL;
  return !dates.every(isOff);
}

/** Ids of the dates that were taken up since all were told: a mail about all dates brings them in. */
export function takenUpSince(mails: readonly SeriesMail[]): string[] {
  const known = sinceWithdrawal(mails);
  const lastOfAll = known.findLast((each) => isOfAll(each) && isSent(each));
  if (!lastOfAll) return [];
  const since = known.filter(({ sequence }) => sequence > lastOfAll.sequence);
  const byDate = Map.groupBy(since, ({ date }) => date);
  return [...byDate].flatMap(([date, ofDate]) => (date !== undefined && isUnknown(ofDate) ? [date] : []));
}

interface Told {
  known: readonly SeriesMail[];
  /** The last mail that told all dates. */
  lastOfAll: SeriesMail;
  truth: Truth;
}

function isOvertaken(mail: SeriesMail, known: readonly SeriesMail[]): boolean {
  return known.some((other) => {
    if (isSame(other, mail)) return false;
    if (isOfAll(other)) {
      const tells = isSent(other) || other.state === 'queued' || other.state === 'retrying';
      return tells && other.sequence >= mail.sequence;
    }
    return other.date === mail.date && other.sequence > mail.sequence;
  });
}

function isSame(one: SeriesMail, other: SeriesMail): boolean {
  return one.kind === other.kind && one.date === other.date && one.sequence === other.sequence;
}

/** An invitation given up because nothing took place. */
function wasDropped(known: readonly SeriesMail[]): boolean {
  return known.findLast(({ kind }) => kind === INVITATION_MAIL)?.state === 'dropped';
}

function newsOfAll(mail: SeriesMail, told: Told): SeriesNews {
  const isOff = told.lastOfAll.kind === CANCELLATION_MAIL;
  // A series that has simply ended is not called off.
  if (!told.truth.isAnyAhead) return isOff || !told.truth.isAnyOff ? 'nothing' : ALL('cancelled');
  if (isOff) return ALL('restored');
  return isTakenBackUnheard(mail, told) ? 'nothing' : ALL('moved');
}

/** A restoration of all that nobody was told to be off, with no other change in between. */
function isTakenBackUnheard({ kind, sequence }: SeriesMail, { known, lastOfAll, truth }: Told): boolean {
  if (kind !== RESTORED_MAIL || truth.isAnyOff) return false;
  const between = known.filter((each) => each.sequence > lastOfAll.sequence && each.sequence < sequence);
  return between.length > 0 && between.every((each) => each.kind === CANCELLATION_MAIL && isOfAll(each));
}

function newsOfDate({ date }: SeriesMail, { known, lastOfAll, truth }: Told): SeriesNews {
  const ifPlanned = (news: SeriesNews) => (truth.isPlanned ? news : 'nothing');
  if (lastOfAll.kind === CANCELLATION_MAIL) return ifPlanned(ALL('restored'));
  const ofDate = known.filter((each) => each.date === date && each.sequence > lastOfAll.sequence);
  const lastTold = ofDate.findLast(isSent) ?? lastOfAll;
  const isOff = lastTold.kind === CANCELLATION_MAIL;
  if (isUnknown(ofDate)) return ifPlanned(ALL('moved'));
  if (!truth.isPlanned) return isOff ? 'nothing' : DATE('cancelled');
  return isOff ? DATE('restored') : movedSince(lastTold.sequence, ofDate, truth);
}

/** A date that was left out when all were told is none of the entry: no mail about it alone can bring it in. */
function isUnknown(ofDate: readonly SeriesMail[]): boolean {
  return ofDate[0]?.kind === RESTORED_MAIL && !ofDate.some(isSent);
}

function movedSince(told: number, ofDate: readonly SeriesMail[], { isElsewhere }: Truth): SeriesNews {
  const isBehind = ofDate.some(({ kind, sequence }) => kind === MOVED_MAIL && sequence > told);
  return isBehind || isElsewhere ? DATE('moved') : 'nothing';
}
