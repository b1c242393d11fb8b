/** The answers of the house as the client reads them; more fields may follow, these stay. */

export interface Rules {
  minMinutes: number;
  maxMinutes: number;
  defaultMinutes: number;
  opensAt: string;
  closesAt: string;
  horizonMonths: number;
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
  groupId: string;
  room: { id: string; name: string };
  state: 'planned' | 'cancelled' | 'leftOut' | 'past';
  expectedParticipants: number;
  door: { opensAt: string; enterUrl: string };
  version: number;
}

export interface Reservation {
  id: string;
  inWords: string;
  occurrences: Occurrence[];
  notice?: string | null;
}

export interface Wish {
  roomId: string;
  date: string;
  time: string;
  minutes: number;
  expectedParticipants: number;
}

export type Alternative = { roomId: string; roomName: string } | { time: string };

export interface Clash extends Period {
  date: string;
  verdict: 'taken' | 'closed' | 'capacity' | 'quota';
  alternatives: Alternative[];
}

export interface InviteeInput {
  name?: string;
  email: string;
}

export interface BadAddress {
  index: number;
  email: string;
  reason: string;
}

export interface Invitee {
  id: string;
  name?: string | null;
  email: string;
  mail: 'queued' | 'sent' | 'retrying' | 'undeliverable';
  mailDetail?: string | null;
}

export interface Group {
  id: string;
  label: string;
  state: 'active' | 'paused' | 'ended';
  accessFrom?: string | null;
  accessUntil?: string | null;
  representatives: { id: string; name: string; email: string }[];
}

export interface GrantInput {
  label: string;
  representatives: { name: string; email: string }[];
  accessFrom?: string;
  accessUntil?: string;
}
