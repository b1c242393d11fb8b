/** One of the house's list, times in seconds since 1970. */
export interface Slot {
  room: string;
  opens: number;
  closes: number;
}

export function isOpen({ opens, closes }: Slot): boolean {
  const now = Date.now() / 1000;
  return opens <= now && now < closes;
}
