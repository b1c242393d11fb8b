/**
 * Chooses a room for each date: one room for all if there is one, else as few changes of room as possible. Each list
 * holds the rooms that are free on that date, the preferred ones first; a date without any stays without room and is
 * no change.
 */
export function planRooms(free: readonly (readonly string[])[]): (string | undefined)[] {
  const dates = free.map((rooms) => new Set(rooms));
  const plan: (string | undefined)[] = [];
  while (plan.length < dates.length) plan.push(...longestStay(dates.slice(plan.length)));
  return plan;
}

/** How often the group has to look for another room than the time before. */
export function changesOfRoom(plan: readonly (string | undefined)[]): number {
  const rooms = plan.filter((room) => room !== undefined);
  return rooms.filter((room, index) => index > 0 && room !== rooms[index - 1]).length;
}

/** From the first date on in the room where one can stay longest: no other choice ever needs fewer changes. */
function longestStay(dates: readonly ReadonlySet<string>[]): (string | undefined)[] {
  const [first = new Set<string>()] = dates;
  let longest: { room?: string; length: number } = { length: 1 };
  for (const room of first) {
    const length = lengthOfStay(room, dates);
    if (longest.room === undefined || length > longest.length) longest = { room, length };
  }
  return dates.slice(0, longest.length).map((rooms) => (rooms.size > 0 ? longest.room : undefined));
}

/** A date on which nothing is free is passed over. */
function lengthOfStay(room: string, dates: readonly ReadonlySet<string>[]): number {
  const end = dates.findIndex((rooms) => rooms.size > 0 && !rooms.has(room));
  return end < 0 ? dates.length : end;
}
