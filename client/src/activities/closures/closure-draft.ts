import type { Closure, ClosureTimes, ClosureWish } from '../../api/shapes.js';

/** A closure as it is typed; whole days unless times are wanted. */
export interface ClosureDraft {
  /** Empty: not a single room but everything. */
  roomId: string;
  from: string;
  to: string;
  withTimes: boolean;
  fromTime: string;
  toTime: string;
  isYearly: boolean;
  reason: string;
}

export const DAY_BEGINS = '00:00';
export const DAY_ENDS = '24:00';

export const emptyClosure: ClosureDraft = {
  roomId: '',
  from: '',
  to: '',
  withTimes: false,
  fromTime: DAY_BEGINS,
  toTime: DAY_ENDS,
  isYearly: false,
  reason: '',
};

export function draftOf({ from, to, isYearly, roomId, reason }: Closure): ClosureDraft {
  return {
    roomId: roomId ?? '',
    from: from.date,
    to: to.date,
    withTimes: !isWholeDays({ from, to }),
    fromTime: from.time,
    toTime: to.time,
    isYearly,
    reason: reason ?? '',
  };
}

/** The last day follows the first, so that a single day is typed once. */
export function withTyped(draft: ClosureDraft, typed: Partial<ClosureDraft>): ClosureDraft {
  const next = { ...draft, ...typed };
  const isFollowing = typed.from !== undefined && (draft.to === draft.from || draft.to < typed.from);
  return isFollowing ? { ...next, to: next.from } : next;
}

export function closureOf({ withTimes, isYearly, roomId, ...typed }: ClosureDraft): ClosureWish {
  const reason = typed.reason.trim();
  return {
    ...(roomId ? { roomId } : {}),
    from: { date: typed.from, time: withTimes ? typed.fromTime : DAY_BEGINS },
    to: { date: typed.to, time: withTimes ? typed.toTime : DAY_ENDS },
    isYearly,
    ...(reason ? { reason } : {}),
  };
}

/** It stands as it was to be saved. */
export const isAsWished = (closure: Closure, wish: ClosureWish): boolean =>
  JSON.stringify(closureOf(draftOf(closure))) === JSON.stringify(wish);

export function isWholeDays({ from, to }: Pick<ClosureTimes, 'from' | 'to'>): boolean {
  return from.time === DAY_BEGINS && to.time === DAY_ENDS;
}
