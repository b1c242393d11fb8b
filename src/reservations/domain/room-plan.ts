/**
 * Chooses a room for each date: one room for all if there is one, else as few changes of room as possible. Each list
 * holds the rooms that are free on that date, the preferred ones first; a date without any stays without room and is
 * no change.
 */
export function planRooms(free: readonly (readonly string[])[]): (string | undefined)[] {
  const plan: (string | undefined)[] = [];
  while (plan.length < free.length) plan.push(...longestStay(free.slice(plan.length)));
  return plan;
}

/** How often the group has to look for another room than the time before. */
export function changesOfRoom(plan: readonly (string | undefined)[]): number {
  const rooms = plan.filter((room) => room !== undefined);
  return rooms.filter((room, index) => index > 0 && room !== rooms[index - 1]).length;
}

/** From the first date on in the room where one can stay longest: no other choice ever needs fewer changes. */
function longestStay(free: readonly (readonly string[])[]): (string | undefined)[] {
  const [first = []] = free;
  let longest: (string | undefined)[] = [undefined];
  for (const [index, room] of first.entries()) {
    const stay = stayIn(room, free);
    if (index === 0 || stay.length > longest.length) longest = stay;
  }
  return longest;
}

/** A date on which nothing is free is passed over. */
function stayIn(room: string, free: readonly (readonly string[])[]): (string | undefined)[] {
  const end = free.findIndex((rooms) => rooms.length > 0 && !rooms.includes(room));
  return free.slice(0, end < 0 ? undefined : end).map((rooms) => (rooms.length > 0 ? room : undefined));
}
