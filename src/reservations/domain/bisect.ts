/** How many entries of an ordered list come first, where `isFirst` holds for a beginning of the list and no further. */
export function countOfFirst<Entry>(list: readonly Entry[], isFirst: (entry: Entry) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFirst(list[middle] as Entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
