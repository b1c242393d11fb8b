// What was asked and what was answered, when: all that the checks know beside the database.

/** A date as the house shows it. */
export interface DateView {
  id: string;
  reservationId: string;
  groupId: string;
  room: { id: string };
  seriesDate: string;
  date: string;
  time: string;
  minutes: number;
  state: 'planned' | 'cancelled' | 'leftOut' | 'past';
  expectedParticipants: number;
  version: number;
  reservationVersion: number;
  isSeries: boolean;
  isRunning: boolean;
}

export interface AnswerBody {
  id?: string;
  code?: string;
  version?: number;
  reservationId?: string;
  occurrences?: DateView[];
  items?: DateView[];
  /** The dates that a closure hits. */
  hits?: { occurrenceId: string }[];
  dates?: { date: string; verdict: string; alternatives: { roomId?: string; time?: string }[] }[];
}

/** One request and its answer; times in milliseconds. */
export interface Attempt {
  instance: number;
  startedAt: number;
  endedAt: number;
  status: number;
  body: AnswerBody;
  text: string;
}

export type DeedKind =
  | 'reserve'
  | 'move'
  | 'moveSeries'
  | 'cancel'
  | 'cancelSeries'
  | 'restore'
  | 'restoreSeries'
  | 'takeUp'
  | 'extend'
  | 'list'
  | 'preview'
  | 'closure'
  | 'pause'
  | 'resume';

export interface Wanted {
  kind: DeedKind;
  method: string;
  path: string;
  body?: Record<string, unknown>;
  ifMatch?: number;
  /** The date or reservation that is spoken of. */
  about?: string;
  /** The first date of a series that changes. */
  from?: string;
}

/** One thing that a client wanted, with every attempt at it: several when the answer was lost on the way. */
export interface Deed extends Wanted {
  number: number;
  client: string;
  groupId?: string;
  key?: string;
  /** What the clock of the house showed. */
  now: Temporal.Instant;
  attempts: Attempt[];
}

export const startOf = ({ attempts }: Deed) => Math.min(...attempts.map(({ startedAt }) => startedAt));
export const endOf = ({ attempts }: Deed) => Math.max(...attempts.map(({ endedAt }) => endedAt));
export const isGood = ({ status }: Attempt) => status >= 200 && status < 300;

/** The answer to a deed that was done, or undefined. */
export function answerOf({ attempts }: Deed): AnswerBody | undefined {
  return attempts.find(isGood)?.body;
}

export function datesIn(body: AnswerBody | undefined): DateView[] {
  if (body?.occurrences) return body.occurrences;
  if (body?.items) return body.items.filter(({ reservationId }) => reservationId);
  return body?.reservationId ? [body as DateView] : [];
}

/** Every date that an answer of the deed shows. */
export function datesSeenIn({ attempts }: Deed): DateView[] {
  return attempts.filter(isGood).flatMap(({ body }) => datesIn(body));
}

/** The last digits of ids tell them apart well enough for people. */
const short = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{23}([0-9a-f]{4})/g, '…$1');

/** One line for each deed, in the order of their beginnings. */
export function inWords(history: readonly Deed[]): string {
  return [...history]
    .sort((a, b) => startOf(a) - startOf(b))
    .map((deed) => deedInWords(deed))
    .join('\n');
}

export function deedInWords(deed: Deed): string {
  const { number, client, kind, body, ifMatch, path, attempts } = deed;
  const attemptsInWords = attempts
    .map((each) => `${each.startedAt.toFixed(0)}–${each.endedAt.toFixed(0)} ${answerInWords(each)}`)
    .join(' | ');
  const match = ifMatch === undefined ? '' : ` if ${ifMatch}`;
  return short(
    `#${number} ${client} ${kind}${match} ${path} ${body ? JSON.stringify(body) : ''} => ${attemptsInWords}`,
  );
}

function answerInWords({ status, body }: Attempt): string {
  const { code = '', dates = [] } = body;
  const verdicts = dates.map(({ verdict }) => verdict).join();
  const shown = datesIn(body)
    .map(
      ({ id, version, state, date, time, minutes, room }) =>
        `${id.slice(-4)}v${version} ${state} ${date} ${time}+${minutes} …${room.id.slice(-4)}`,
    )
    .join('; ');
  return [status, code, verdicts, shown && `[${shown}]`].filter(Boolean).join(' ');
}
