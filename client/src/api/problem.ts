import { forgetRepeatKeys } from './repeat-key.js';
import type { BadAddress, Clash } from './shapes.js';

export interface ProblemBody {
  code?: string;
  detail?: string;
  [field: string]: unknown;
}

/** Code of a 401 that met a running session: the person signs in again and goes on where they were. */
export const SESSION_ENDED = 'sessionEnded';

/** Code of a refusal to ask for another mail with a code: it would not come, and the newest one would be lost. */
export const NO_MORE_MAILS = 'noMoreMails';

/** Status of a refusal because somebody changed the same thing since the person saw it. */
export const CHANGED_MEANWHILE = 412;

/** Status of a refusal because somebody removed it since, or it never was. */
export const GONE = 404;

/** A refusal of the house (problem+json), or status 0 when the house could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody = {}) {
    super(body.detail ?? `HTTP ${String(status)}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.body = body;
  }

  get code(): string | undefined {
    return this.body.code;
  }
}

/** A refusal because of how things stand: what is shown may be older than that, and is better loaded anew. */
export const mayBeOutdated = ({ status }: ApiProblem): boolean => status > 401 && status < 500;

/** The house may have done it, only its answer did not come. */
export const isLost = ({ status }: ApiProblem): boolean => status === 0 || status >= 500;

/** Whether it is done may be seen: its answer was lost, or somebody else has done the same. */
export const mayBeDone = (problem: ApiProblem): boolean => isLost(problem) || mayBeOutdated(problem);

/**
 * For the catch of a change: after an answer that was lost `look` tells how things stand, if they stand as wished. Then it
 * is done. Where they do not, or cannot be looked at, the problem stays.
 */
export const unlessDone =
  <Done>(look: () => Promise<Done | undefined>, isToLook = isLost) =>
  async (caught: unknown): Promise<Done> => {
    const problem = asProblem(caught);
    const done = isToLook(problem) ? await look().catch(notKnown) : undefined;
    if (done === undefined) throw problem;
    // Whoever wishes the same again means it anew.
    forgetRepeatKeys();
    return done;
  };

function notKnown(caught: unknown): undefined {
  asProblem(caught);
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}));
  return new ApiProblem(response.status, isRecord(body) ? body : {});
}

/** Anything caught around a call, as a problem: a bug in a template must not look like a refusal. */
export function asProblem(caught: unknown): ApiProblem {
  if (caught instanceof ApiProblem) return caught;
  throw caught;
}

/** What is to be decided about each date. During a pause that is nothing. */
export function clashesOf(problem: ApiProblem): Clash[] {
  return isPause(problem) ? [] : datesOf(problem);
}

/** The house takes no new dates at all for now: whatever is chosen about a date, it helps nobody. */
export const isPause = (problem: ApiProblem): boolean => meetPause(datesOf(problem));

export const meetPause = (dates: Pick<Clash, 'capacityFault'>[]): boolean =>
  dates.some(({ capacityFault }) => capacityFault === 'noServerOpen');

function datesOf({ body }: ApiProblem): Clash[] {
  return Array.isArray(body['dates']) ? (body['dates'] as Clash[]) : [];
}

interface RefusedField {
  /** Where it stands in the request: `email`, `representatives.0.email`. */
  field: string;
  /** What is wrong with it, as a sentence. */
  message: string;
}

/** The first field that the house does not take, if it names one. */
export function refusedFieldOf(problem: unknown): RefusedField | undefined {
  const [first] = problem instanceof ApiProblem ? ((problem.body['fields'] ?? []) as RefusedField[]) : [];
  return first;
}

export function badAddressesOf(problem: ApiProblem): BadAddress[] {
  const found = problem.body['badAddresses'];
  return Array.isArray(found) ? (found as BadAddress[]) : [];
}

function isRecord(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null;
}
