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

/** The rooms that can stand in for one, the smallest first: those of its kind and larger ones. */
export function roomsInstead<Room extends Candidate>(roomId: string, rooms: readonly Room[]): Room[] {
  const one = rooms.find(({ id }) => id === roomId);
  const others = rooms.filter((room) => room !== one);
  const like = one ? others.filter(({ kind, seats }) => kind === one.kind || seats >= one.seats) : others;
  return like.sort((a, b) => a.seats - b.seats);
}
