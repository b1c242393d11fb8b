// When a group that nobody uses is asked, told and deleted. Days are local calendar days.

const ASKED_MONTHS = 12;
const ANNOUNCED_MONTHS = 14;
const DELETED_MONTHS = 15;
/** Nobody is deleted who was not told so many days before, however long the house was switched off. */
const NOTICE_DAYS = 28;

/** How long a group was not used, and what it was told of that. */
export interface Use {
  state: 'active' | 'paused' | 'ended';
  usedOn: string;
  /** Null since it was used. */
  askedOn: string | null;
  announcedOn: string | null;
}

/** What is to be done about a group that nobody uses. */
export type Step = 'ask' | 'announce' | 'delete';

/** When each step is due after the day of the last use; the last day of a shorter month stands for those it lacks. */
export function clockOf(usedOn: string) {
  const day = Temporal.PlainDate.from(usedOn);
  return {
    askedOn: day.add({ months: ASKED_MONTHS }),
    announcedOn: day.add({ months: ANNOUNCED_MONTHS }),
    deletedOn: day.add({ months: DELETED_MONTHS }),
  };
}

/** The day at whose end the group goes. One that has ended goes without a letter, but never before a day it was told. */
export function deletionDayOf({ state, usedOn, announcedOn }: Use): Temporal.PlainDate {
  const clock = clockOf(usedOn);
  if (state === 'ended' && announcedOn === null) return clock.deletedOn;
  const told = announcedOn === null ? clock.announcedOn : Temporal.PlainDate.from(announcedOn);
  const noticeEnds = told.add({ days: NOTICE_DAYS });
  return isReached(noticeEnds, clock.deletedOn) ? clock.deletedOn : noticeEnds;
}

/** People see the day on which the group goes once it was asked, or has ended. */
export function shownDeletionDayOf(use: Use): Temporal.PlainDate | undefined {
  const isShown = use.state === 'ended' || use.askedOn !== null || use.announcedOn !== null;
  return isShown ? deletionDayOf(use) : undefined;
}

/** The one step that is due today; undefined when there is none, or it was done. */
export function dueStep(use: Use, today: Temporal.PlainDate): Step | undefined {
  const { state, usedOn, askedOn, announcedOn } = use;
  const hasEnded = state === 'ended';
  if (hasEnded || announcedOn !== null) return isReached(deletionDayOf(use), today) ? 'delete' : undefined;
  const clock = clockOf(usedOn);
  if (isReached(clock.announcedOn, today)) return 'announce';
  return askedOn === null && isReached(clock.askedOn, today) ? 'ask' : undefined;
}

function isReached(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, today) <= 0;
}
