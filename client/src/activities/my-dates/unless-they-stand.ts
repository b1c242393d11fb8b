import { mayBeDone, unlessDone } from '../../api/problem.js';
import type { Occurrence } from '../../api/shapes.js';

/** The dates as they were listed when something was asked for, and how they stand by now, as far as the house says. */
export interface Listed {
  before: readonly Occurrence[];
  lookAgain: () => Promise<readonly Occurrence[]>;
}

interface Wished {
  state: Occurrence['state'];
  meant: readonly Occurrence[];
  lookAgain: Listed['lookAgain'];
}

/**
 * For the catch of a change: it is done if all dates that were meant stand as wished by now. The answer was lost, or
 * somebody else has done the same; whoever were told to try again would undo it.
 */
export const unlessTheyStand = ({
  state,
  meant,
  lookAgain,
}: Wished): ((caught: unknown) => Promise<Occurrence[]>) =>
  unlessDone(async () => {
    const now = await lookAgain();
    const standing = meant.flatMap(({ id }) => now.filter((date) => date.id === id && date.state === state));
    return meant.length > 0 && standing.length === meant.length ? standing : undefined;
  }, mayBeDone);
