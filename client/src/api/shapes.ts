/** The answers of the house as the client reads them; more fields may follow, these stay. */

export interface Rules {
  minMinutes: number;
  maxMinutes: number;
  defaultMinutes: number;
  opensAt: string;
  closesAt: string;
  horizonMonths: number;
  /** How long a room stays free after a meeting. */
  bufferMinutes: number;
}

export interface ContactPoint {
  slug: string;
  name: string;
  town: string;
  phone?: string | null;
  email?: string | null;
  openingHours?: string | null;
  website?: string | null;
  imprintUrl?: string | null;
  privacyUrl?: string | null;
  rules: Rules;
}

export interface Period {
  startsAt: string;
  endsAt: string;
}

export interface RoomAvailability {
  id: string;
  name: string;
  kind: 'talk' | 'group' | 'information' | 'practice';
  seats: number;
  taken: Period[];
  closed: Period[];
}

export interface GroupChoice {
  id: string;
  label: string;
  state: 'active' | 'paused' | 'ended';
}

export interface Agreement {
  version: string | number;
  title: string;
  text: string;
}

export interface Person {
  id: string;
  name: string;
  email: string;
}

export interface RepresentativeMe {
  person: Person;
  groups: GroupChoice[];
  openAgreements: Agreement[];
}

export interface StaffMe {
  staff: Person;
  /** Absent for the operator, who belongs to no contact point. */
  contactPoint?: { slug: string; name: string };
}

export interface Occurrence extends Period {
  id: string;
  reservationId: string;
  reservationVersion: number;
  groupId: string;
  room: { id: string; name: string };
  date: string;
  time: string;
  minutes: number;
  state: 'planned' | 'cancelled' | 'leftOut' | 'past';
  /** Why it is left out, as a sentence. */
  reason?: string | null;
  /** The date that the rule of its series gave. */
  seriesDate: string;
  isSeries: boolean;
  /** Until then a cancelled date can be taken back. */
  restorableUntil?: string | null;
  expectedParticipants: number;
  door: { opensAt: string; enterUrl: string };
  version: number;
}

export interface Reservation {
  id: string;
  inWords: string;
  repeat?: Repeat | null;
  occurrences: Occurrence[];
  notice?: string | null;
  version: number;
}

export interface Wish {
  roomId: string;
  date: string;
  time: string;
  minutes: number;
  expectedParticipants: number;
  repeat?: Repeat;
  decisions?: Decision[];
}

export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

export type Repeat = (
  | { kind: 'weekly'; interval: number; weekdays?: Weekday[] }
  | { kind: 'monthly'; nth: (number | 'last')[]; weekday: Weekday }
) & { count?: number; until?: string; skip?: string[] };

/** What is to become of a clashing date; `date` and `seriesDate` as previewed. */
export type Decision = NamedDate &
  ({ choose: 'otherRoom'; roomId: string } | { choose: 'otherTime'; time: string } | { choose: 'leaveOut' });

/** One date of a series. */
export interface NamedDate {
  date: string;
  /** The date that the rule of the series gave: two dates can lie on one day when one of them was moved there. */
  seriesDate?: string;
}

export type Alternative = { roomId: string; roomName: string } | { time: string };

export interface Clash extends Period, NamedDate {
  verdict: 'taken' | 'closed' | 'capacity' | 'quota';
  quotaFault?: 'tooManyRoomsAtOnce' | 'tooManyHoursAWeek';
  /** The house takes no new dates at all for now. */
  capacityFault?: 'noServerOpen';
  /** The clocks are put forward over the wished beginning; what is told begins right after. */
  timeFault?: 'timeDoesNotExist';
  /** The date of the group itself that has the wished room then. */
  own?: { occurrenceId: string; reservationId: string };
  holiday?: string | null;
  alternatives: Alternative[];
}

/** One date as it would be. */
export interface PreviewDate extends Omit<Clash, 'verdict'> {
  verdict: Clash['verdict'] | 'free';
  skipped?: boolean;
  room?: { id: string; name: string } | null;
}

export interface Preview {
  inWords: string;
  notice?: string | null;
  dates: PreviewDate[];
}

/** What changes when a date is moved; what is absent stays. */
export interface Move {
  date?: string;
  time?: string;
  minutes?: number;
  roomId?: string;
  decisions?: Decision[];
}

/** One date of a series, this and the following ones, or all that lie ahead. */
export type Scope = 'one' | 'following' | 'all';

export interface BadAddress {
  index: number;
  email: string;
  reason: string;
}

export interface GroupRepresentative extends Person {
  /** Has signed in since they were named. */
  hasCome: boolean;
}

export interface Group {
  id: string;
  label: string;
  state: 'active' | 'paused' | 'ended';
  accessFrom?: string | null;
  accessUntil?: string | null;
  /** When it goes unless somebody uses it: of a group that was asked whether it goes on, or has ended. */
  deletedOn?: string | null;
  representatives: GroupRepresentative[];
}

export interface GrantInput {
  label: string;
  representatives: { name: string; email: string }[];
  accessFrom?: string;
  accessUntil?: string;
}

/** Wall time; at the end of a closure it may be 24:00. */
export interface WallMoment {
  date: string;
  time: string;
}

export interface ClosureTimes {
  from: WallMoment;
  to: WallMoment;
  isYearly: boolean;
}

/** A time when nobody can reserve: in a room, at a contact point or in the whole house. */
export interface Closure extends ClosureTimes {
  id: string;
  scope: 'room' | 'contactPoint' | 'house';
  roomId?: string | null;
  roomName?: string | null;
  reason?: string | null;
  version: number;
}

/** Of a room, or without one of the contact point or, for the operator, of the house. */
export type ClosureWish = ClosureTimes & { roomId?: string; reason?: string };

/** A room as the desk sees it; own ones can be closed. */
export interface DeskRoom {
  id: string;
  name: string;
  kind: RoomAvailability['kind'];
  seats: number;
  isOwn: boolean;
}

/** What becomes of the dates that a closure hits. */
export type Treatment = 'leave' | 'cancel';

/** How many dates a closure hits, and the first of them. */
export interface ClosureHits {
  hitCount: number;
  hits: ClosureHit[];
}

export interface ClosureHit {
  occurrenceId: string;
  date: string;
  time: string;
  minutes: number;
  room: { id: string; name: string };
  /** Absent for the operator, who sees no group. */
  group?: { id: string; label: string } | null;
}
