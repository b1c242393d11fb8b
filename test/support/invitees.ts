import type { Group } from './people.js';
import type { StoryHouse } from './story-house.js';
import type { SunkMail } from './mail-sink.js';

export interface InviteeFacts {
  id: string;
  name?: string;
  email: string;
  link: { sentAt?: string };
  mail: string;
  mailDetail?: string;
  reply?: string;
}

export interface Refusal {
  code: string;
  detail: string;
  badAddresses?: { index: number; email: string; reason: string }[];
}

export interface InvitationPreview {
  subject: string;
  text: string;
  html: string;
  calendar: {
    summary: string;
    location: string;
    description: string;
    startsAt: string;
    endsAt: string;
    dates: { startsAt: string; endsAt: string }[];
  };
}

/** What the representative of a group does with the list of a date (`/api/occurrences/…`) or a series. */
export function inviteesOf(house: StoryHouse, group: Group, to: string) {
  const [http] = house.http;
  const path = `${to}/invitees`;
  const as = group.representative;
  const asTyped = (who: (string | { name?: string; email: string })[]) =>
    who.map((each) => (typeof each === 'string' ? { email: each } : each));
  return {
    path,
    invite: (...who: (string | { name?: string; email: string })[]) =>
      http.post<{ items: InviteeFacts[] } & Refusal>(path, { as, body: { invitees: asTyped(who) } }),
    list: async () => (await http.get<{ items: InviteeFacts[] }>(path, { as })).body.items,
    resend: (id: string) => http.post<InviteeFacts & Refusal>(`${path}/${id}/resend`, { as }),
    withdraw: (id: string) => http.delete<Refusal>(`${path}/${id}`, { as }),
    preview: () => http.post<InvitationPreview & Refusal>(`${path}/preview`, { as }),
  };
}

/** The calendar file of a mail: the same in the alternative part and as attachment, or it fails. */
export function calendarFileOf({ email }: SunkMail): string {
  const parts = email.attachments.filter(({ mimeType }) => mimeType === 'text/calendar');
  const texts = new Set(parts.map(({ content }) => new TextDecoder().decode(content as ArrayBuffer)));
  const [text] = texts;
  if (parts.length !== 2 || texts.size !== 1 || text === undefined)
    throw new Error(`The mail has ${parts.length} calendar parts that say ${texts.size} things.`);
  // The mail parser turns line ends into those of this machine.
  return text.replaceAll(/\r?\n/g, '\r\n');
}

/** The path of the personal link in a mail. */
export function linkIn({ email }: SunkMail): string {
  return /https:\/\/haus\.example(\/t\/[\w-]+)/.exec(email.text ?? '')?.[1] ?? '';
}

/** `Einladung`, `Verschoben` …: the first words of the subjects to an address, in the order in which they came. */
export function subjectsTo(house: StoryHouse, address: string): string[] {
  return house.mails.to(address).map(({ email }) => email.subject?.split(':')[0] ?? '');
}
