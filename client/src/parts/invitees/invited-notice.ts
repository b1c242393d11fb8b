import { html, nothing, type TemplateResult } from 'lit';
import { announcement } from '../announcement.js';
import { problemNotice } from '../problem-notice.js';

export interface InvitedNotice {
  /** What became of those who were to be invited. */
  said?: string | undefined;
  /** They could not be kept for the next time: a sentence. */
  notKept?: string | undefined;
}

/** Says what became of those who were to be invited, beside the form for further ones. */
export function invitedNotice({ said, notKept }: InvitedNotice): TemplateResult {
  return html`${announcement(notKept ? undefined : said)} ${notKept ? problemNotice([said, notKept].join(' ')) : nothing}`;
}

/** Where the focus goes then. */
export const placeOfNotice = ({ notKept }: InvitedNotice): string =>
  notKept ? '[role=alert]' : '.announcement';
