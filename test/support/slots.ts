/** One of the house's list. */
export interface Slot {
  room: string;
  /** Seconds since the epoch, as `closes`. */
  opens: number;
  closes: number;
  max?: number;
  /** `at` is seconds before the end. */
  warn?: { at: number; message: string }[];
  blocked?: string[];
}

export function isOpen({ opens, closes }: Slot): boolean {
  const now = Date.now() / 1000;
  return opens <= now && now < closes;
}
