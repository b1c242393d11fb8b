/** What the house answers about those who are invited. */

export interface InviteeInput {
  name?: string;
  email: string;
}

export interface InviteeToBe extends InviteeInput {
  /** Nobody has typed it: it was on the list that the group keeps. */
  fromKeptList?: boolean;
}

export interface Invitee {
  id: string;
  name?: string | null;
  email: string;
  /** Of the newest mail with the link. */
  link: { sentAt?: string | null };
  mail: 'queued' | 'sent' | 'retrying' | 'undeliverable';
  /** What the mail server said. */
  mailDetail?: string | null;
  reply?: 'yes' | 'no' | null;
  /** Opens the meeting when no representative comes. */
  mayOpen: boolean;
}

/** What became of those who were to be invited. */
export interface InvitedCounts {
  /** They get a mail now. */
  invited: number;
  /** They were invited before, and get none. */
  alreadyInvited: number;
  /** They have gone off the list that they were taken from, and get none. */
  goneFromList?: number;
}

/** The addresses that a group keeps on purpose, until a day. */
export interface KeptList {
  items: InviteeInput[];
  keep: boolean;
  deletesAt?: string | null;
  version: number;
}

/** An invitation as it would be. */
export interface InvitationPreview {
  subject: string;
  text: string;
  calendar: { summary: string; location?: string | null; description?: string | null };
}

/** The one permanent link of a group. */
export interface GroupLink {
  url: string;
  renewedAt: string;
  version: number;
}
