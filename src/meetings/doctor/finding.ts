/** `skipped`: could not be tried, or this server does not promise it. */
export type State = 'ok' | 'warn' | 'fail' | 'skipped';

/** What one check found. */
export interface Finding {
  /** Stable, for programs: `token-expired`. */
  name: string;
  state: State;
  /** What is so, in a sentence for the operator. No token, room name or key stands in it. */
  says: string;
  /** How to mend it. */
  mend?: string;
}

/** What a check says when all is well, and when not. */
export interface Check {
  name: string;
  well: string;
  wrong: string;
  mend: string;
  /** Of a fault that opens no door and tells nobody anything. */
  isMinor?: boolean;
}

export function judge(check: Check, isWell: boolean): Finding {
  const { name, well, wrong, mend, isMinor = false } = check;
  return isWell
    ? { name, state: 'ok', says: well }
    : { name, state: isMinor ? 'warn' : 'fail', says: wrong, mend };
}

export function skip(name: string, reason: string): Finding {
  return { name, state: 'skipped', says: reason };
}
