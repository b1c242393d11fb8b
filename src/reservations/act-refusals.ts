import { Outdated, type DomainError } from '../kernel/domain-error.js';
import { AgainstTheRules, DateEnded, RoomAlreadyTaken } from './reservations.errors.js';
import type { JudgedDateView } from './reservations.views.js';
import type { ActRefusals, ActWords } from './words/act-words.js';

/** Why the link of a mail changed nothing, as its wording says it; undefined for what that has no words for. */
export function refusalInWords(
  error: DomainError,
  { refused, refusals: words }: ActWords,
): string | undefined {
  if (error instanceof Outdated) return refused.outdated;
  if (!words) return undefined;
  if (error instanceof DateEnded) return words.ended[error.why];
  if (error instanceof AgainstTheRules) return words.rules(error.rules)[error.code];
  if (error instanceof RoomAlreadyTaken) return obstacleInWords(error, words);
  const others: Record<string, string | undefined> = words.others;
  return others[error.code];
}

function obstacleInWords({ facts }: RoomAlreadyTaken, { obstacles }: ActRefusals): string {
  const [clash] = facts['dates'] as JudgedDateView[];
  const obstacle = clash?.quotaFault ?? clash?.capacityFault ?? clash?.verdict ?? 'taken';
  return obstacles[obstacle === 'free' ? 'taken' : obstacle];
}
