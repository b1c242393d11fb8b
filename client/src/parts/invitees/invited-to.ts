import type { InvitedTo } from '../../api/invitees.js';
import type { Occurrence } from '../../api/shapes.js';

/** Whether people are invited to all dates of a series or to one of them. */
export type InviteScope = 'series' | 'date';

/** What the invitations of this scope are to; a date that stands alone has no series. */
export function invitedTo({ id, reservationId }: Occurrence, scope: InviteScope): InvitedTo {
  return scope === 'series' ? { kind: 'reservations', id: reservationId } : { kind: 'occurrences', id };
}

export function scopesOf({ isSeries }: Occurrence): InviteScope[] {
  return isSeries ? ['series', 'date'] : ['date'];
}
