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

/** The rooms that can stand in for one that is closed: of its kind or larger, the smallest first. */
export function roomsInstead<Room extends Candidate>(closedId: string, rooms: readonly Room[]): Room[] {
  const closed = rooms.find(({ id }) => id === closedId);
  const others = rooms.filter(({ id }) => id !== closedId);
  const like = closed
    ? others.filter((room) => room.kind === closed.kind || room.seats >= closed.seats)
    : others;
  return like.sort((a, b) => a.seats - b.seats);
}
