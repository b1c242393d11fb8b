export interface Candidate {
  id: string;
  kind: 'talk' | 'group' | 'information' | 'practice';
  seats: number;
}

/**
 * The rooms that fit a number of people, the smallest first, so that large rooms stay free for large groups.
 * The practice room is always open and never reserved.
 */
export function fittingRooms<Room extends Candidate>(rooms: readonly Room[], people: number): Room[] {
  return rooms
    .filter(({ kind, seats }) => kind !== 'practice' && seats >= people)
    .sort((a, b) => a.seats - b.seats);
}
