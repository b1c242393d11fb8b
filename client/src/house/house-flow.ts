import type { Agreement, GroupChoice, Occurrence, RepresentativeMe } from '../api/shapes.js';

/** Where the representative is in the house. */
export interface HouseState {
  /** The signed-in person and what they were doing; kept behind the sign-in form when a session ends. */
  inside?: Inside | undefined;
  signedIn: boolean;
  farewell?: Farewell | undefined;
  /** Counts how often the way in began anew, because a session had ended before anybody came in by it. */
  tries?: number;
}

/** Why somebody is outside. */
export type Farewell = 'ended' | 'signedOut' | 'gaveUp';

export interface Inside {
  personId: string;
  personName: string;
  email: string;
  groups: GroupChoice[];
  groupId: string;
  /** To be agreed to before anything else. */
  agreements: Agreement[];
  /** They have been at their screens, which stay as they are while new rules are read. */
  hasAgreed: boolean;
  /** They are others than the person had before them a moment ago. */
  haveRulesChanged: boolean;
  screen: Screen;
  /** The screen shows what lies behind its form: there Back leads to the form. */
  isFurther: boolean;
  /** The screen that was left by the browser's Back. Its Forward finds it as it was. */
  left: Screen | undefined;
  /** What was typed to reserve a room is a reservation now. */
  hasReserved: boolean;
  /** Addresses stand in a form that invites to this date. */
  typedFor: Occurrence | undefined;
  /** The list of dates was opened, and stays so behind the other screens. */
  showsAllDates: boolean;
}

export type Screen =
  { name: 'dates' } | { name: 'reserve' } | { name: 'invitees' | 'move'; occurrence: Occurrence };

const DATES: Screen = { name: 'dates' };
const NOTHING_BEGUN = {
  screen: DATES,
  isFurther: false,
  left: undefined,
  hasReserved: false,
  typedFor: undefined,
};

export type HouseEvent =
  | { type: 'entered'; me: RepresentativeMe }
  | { type: 'agreed' }
  | { type: 'groupChosen'; groupId: string }
  | { type: 'groupsRead'; groups: GroupChoice[] }
  | { type: 'allDatesShown' }
  | { type: 'went'; screen: Screen }
  | { type: 'wentBack' | 'wentForward' }
  | FormEvent
  | { type: 'sessionEnded' | 'turnedAway' }
  | { type: 'signedOut' | 'gaveUp' };

/** What a form tells. */
type FormEvent =
  | { type: 'wentFurther'; isFurther: boolean }
  | { type: 'typed'; occurrence: Occurrence | undefined }
  | { type: 'reserved' }
  | { type: 'begunAnew' };

export const outside: HouseState = { signedIn: false };

export function nextHouse(state: HouseState, event: HouseEvent): HouseState {
  switch (event.type) {
    case 'entered':
      return { signedIn: true, inside: insideOf(event.me, state.inside) };
    case 'sessionEnded':
      return sessionEnded(state);
    case 'turnedAway':
      return turnedAway(state);
    case 'signedOut':
    case 'gaveUp':
      return { signedIn: false, farewell: event.type };
    default:
      return state.inside ? { ...state, inside: nextInside(state.inside, event) } : state;
  }
}

function sessionEnded(state: HouseState): HouseState {
  if (!state.signedIn) return state;
  return { signedIn: false, farewell: 'ended', inside: worthKeeping(state.inside) };
}

function turnedAway(state: HouseState): HouseState {
  return state.signedIn ? state : { ...state, farewell: 'ended', tries: (state.tries ?? 0) + 1 };
}

type InsideEvent = Exclude<
  HouseEvent,
  { type: 'entered' | 'sessionEnded' | 'turnedAway' | 'signedOut' | 'gaveUp' }
>;

function nextInside(inside: Inside, event: InsideEvent): Inside {
  switch (event.type) {
    case 'agreed':
      return { ...inside, agreements: [], hasAgreed: true, haveRulesChanged: false };
    case 'groupChosen':
      // What was typed for one group must not be reserved for another.
      return { ...inside, groupId: event.groupId, left: undefined, showsAllDates: false };
    case 'groupsRead':
      return { ...inside, groups: event.groups };
    case 'allDatesShown':
      return { ...inside, showsAllDates: true };
    case 'went':
      return went(inside, event.screen);
    case 'wentBack':
      return wentBack(inside);
    case 'wentForward':
      return wentForward(inside);
    default:
      return nextForm(inside, event);
  }
}

function nextForm(inside: Inside, event: FormEvent): Inside {
  if (event.type === 'begunAnew') return { ...inside, hasReserved: false, typedFor: undefined };
  if (event.type === 'reserved') return { ...inside, hasReserved: true };
  if (event.type === 'typed') return { ...inside, typedFor: event.occurrence };
  // The form of the step before is gone.
  return { ...inside, isFurther: event.isFurther, typedFor: undefined };
}

function wentBack(inside: Inside): Inside {
  if (inside.isFurther) return { ...inside, isFurther: false };
  return inside.screen.name === 'dates' ? inside : { ...inside, screen: DATES, left: inside.screen };
}

function wentForward(inside: Inside): Inside {
  return inside.left ? { ...inside, screen: inside.left, left: undefined } : inside;
}

/** Whoever left a form with Back, by mistake perhaps, finds what they had typed. */
function went(inside: Inside, screen: Screen): Inside {
  return wasLeft(inside, screen) ? wentForward(inside) : { ...inside, ...NOTHING_BEGUN, screen };
}

function wasLeft({ left, hasReserved, typedFor }: Inside, screen: Screen): boolean {
  if (!left || screen.name === 'dates') return false;
  if (screen.name === 'reserve') return left.name === 'reserve' && !hasReserved;
  // People are invited on a screen of its own, or as soon as the room is reserved.
  if (screen.name === 'invitees') return isUnchanged(typedFor, screen.occurrence);
  return left.name === 'move' && isUnchanged(left.occurrence, screen.occurrence);
}

function isUnchanged(before: Occurrence | undefined, now: Occurrence): boolean {
  return before?.id === now.id && before.version === now.version;
}

// Only the same person finds again what was typed; anybody else starts afresh.
function insideOf(me: RepresentativeMe, before: Inside | undefined): Inside {
  const { person, groups, openAgreements } = me;
  const kept = keptOf(me, before);
  const { screen, isFurther, left, hasReserved, typedFor } = kept ?? NOTHING_BEGUN;
  return {
    personId: person.id,
    personName: person.name,
    email: person.email,
    groups,
    groupId: kept?.groupId ?? firstOf(groups),
    agreements: openAgreements,
    hasAgreed: openAgreements.length === 0 || kept?.hasAgreed === true,
    haveRulesChanged: haveChangedSince(before, me),
    screen,
    isFurther,
    left,
    hasReserved,
    typedFor,
    showsAllDates: kept?.showsAllDates ?? false,
  };
}

function keptOf({ person, groups }: RepresentativeMe, before: Inside | undefined): Inside | undefined {
  if (before?.personId !== person.id) return undefined;
  return groups.some(({ id }) => id === before.groupId) ? before : undefined;
}

function firstOf(groups: GroupChoice[]): string {
  return (groups.find(isActive) ?? groups[0])?.id ?? '';
}

function haveChangedSince(before: Inside | undefined, { person, openAgreements }: RepresentativeMe): boolean {
  if (before?.personId !== person.id || before.agreements.length === 0) return false;
  return openAgreements.some((now) => before.agreements.every(({ version }) => version !== now.version));
}

const isActive = ({ state }: GroupChoice): boolean => state === 'active';

/** Whether the group at hand may use the house. */
export const mayReserve = ({ groups, groupId }: Inside): boolean =>
  groups.some((group) => group.id === groupId && isActive(group));

// Every screen may hold something typed; only the agreements are asked for anew.
function worthKeeping(inside: Inside | undefined): Inside | undefined {
  return inside?.hasAgreed ? inside : undefined;
}

/** One word for what is on the screen; when it changes, the focus goes to the new heading. */
export function placeOf({ signedIn, inside }: HouseState): string {
  if (!signedIn || !inside) return 'sign-in';
  return inside.agreements.length > 0 ? 'agree' : inside.screen.name;
}

/** How many screens lie between this one and the first that somebody sees inside. */
export function depthOf(state: HouseState): number {
  if (['sign-in', 'agree', 'dates'].includes(placeOf(state))) return 0;
  return state.inside?.isFurther ? 2 : 1;
}
