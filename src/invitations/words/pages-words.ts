import type { TimeRange } from '../../kernel/time-range.js';
import type { Html } from '../../platform/http/html.js';
import type { ENDED_BECAUSE } from '../invitations.errors.js';

/** Whom people at a door can ask: representatives, those who were invited, those who got the link of a group. */
export type Helper = 'contactPoint' | 'inviter' | 'giver';

type ForEachHelper = Readonly<Record<Helper, string>>;

/**
 * One wording of the pages that participants see. Says nothing about the group. A new line in a text is one on the page.
 */
export interface PageWords {
  title: string;
  questions: ForEachHelper;
  door: {
    early(opensAt: Temporal.Instant): Html;
    /** The page opens by itself. */
    stay: string;
    comeBack: string;
    name: string;
    nameHint: string;
    enter: string;
    muted: string;
    noServer: string;
    /** The date meets on a server of somebody else, which lets in whoever knows the address. */
    foreign: string;
    /** What others in the meeting read who typed no name. */
    nameless: { guest: string; moderator: string };
  };
  /** A room to try Jitsi in before the meeting: of one person's link, or for each who comes by the link of a group. */
  practice: { title: string; why: string; whyByGroupLink: string; nameHint: string; button: string };
  /** Where the date can be called: before the numbers and the PIN. */
  telephone: { title: string; when(range: TimeRange): string; how: string };
  rules: { title: string; each: readonly string[] };
  reply: {
    title: string;
    yes: string;
    no: string;
    given(answer: string): Html;
    hint: string;
  };
  calendar: { title: string; add: string };
  forget: {
    title: string;
    why: string;
    button: string;
    really: string;
    means: readonly string[];
    yes: string;
    no: string;
  };
  forgotten: { title: string; heading: string; noMails: string; calendar: string };
  /** A link that opens no door any more. */
  ended: {
    because: Readonly<Record<keyof typeof ENDED_BECAUSE, string>>;
    shut: string;
    nothingToDo: string;
    newerMail: string;
    questions: ForEachHelper;
  };
  nothingPlanned: { heading: string; stays: string };
  /** Why somebody is not let in. Undefined where it is the house's own wording, in which every refusal is written. */
  refused: {
    tooEarly: ((opensAt: Temporal.Instant) => string) | undefined;
    meetingNotReady: string | undefined;
    /** Without a word of why. */
    doorRests: Readonly<Record<Helper, string | undefined>>;
    groupLinkReplaced: string | undefined;
    serverAway: string;
    meetingFull: string | undefined;
    back: string;
    again: string;
    /** Before the numbers to call. */
    byTelephone: string;
    pin: string;
  };
  /** The device check: what it does its script says itself. */
  deviceCheck: {
    title: string;
    /** For browsers that do not run it. */
    without: string;
    page: { title: string; why: string };
  };
  /** For people whom Jitsi has lost. */
  reEntry: { title: string; why: string; button: string };
  lostLink: {
    title: string;
    link: string;
    how: string;
    label: string;
    button: string;
    means: string;
    /** What is wrong with an address, from `reason` in German. */
    fault(reason: string): string;
  };
  linkAsked: { heading: string; comes: string; otherwise: string };
}
