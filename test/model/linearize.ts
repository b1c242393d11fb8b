import type { Content } from './stored.js';

/** What a deed makes of a date; what it does not say is unknown. */
export type Effect = Partial<Omit<Content, 'version'>>;

/** What one deed did to, or saw of, one date. It took effect at one instant between its beginning and its end. */
export interface Act {
  from: number;
  until: number;
  label: string;
  /** Undefined for the date before it was made. Each answer is one way it may have gone; `stay` changes nothing. */
  outcomes: (content: Content | undefined) => ('stay' | Effect)[];
  /** Need not have happened. */
  isOptional?: boolean;
  /** Only looks: `outcomes` is `stay` or nothing. */
  isLook?: boolean;
  /** Has happened before this one. */
  after?: Act;
}

type Moment = { left: readonly Act[]; content: Content | undefined };

/**
 * Whether there is an order of all acts, each at an instant of its own stretch of time, that leads from nothing to
 * `final`: then every acknowledged effect is there and nothing else (linearizability, Herlihy and Wing 1990; the search
 * is that of Wing and Gong). `known` are the contents that somebody saw at a version.
 */
export function hasOrder(acts: readonly Act[], known: ReadonlyMap<number, Content>, final: Content): boolean {
  const deadEnds = new Set<string>();
  const numbers = new Map(acts.map((act, index) => [act, index]));

  const search = (before: Moment): boolean => {
    const { left, content } = looked(before);
    if (left.every(({ isOptional }) => isOptional) && content && agrees(content, final)) return true;
    const key = `${left.map((act) => numbers.get(act)).join()} ${JSON.stringify(content)}`;
    if (deadEnds.has(key)) return false;
    const found = possible(left).some((act) => {
      const rest = left.filter((other) => other !== act);
      return act.outcomes(content).some((outcome) => {
        if (outcome === 'stay') return !act.isOptional && search({ left: rest, content });
        const next = changed(content, outcome, known);
        return next !== undefined && search({ left: rest, content: next });
      });
    });
    if (!found) deadEnds.add(key);
    return found;
  };
  return search({ left: acts, content: undefined });
}

/** Looks change nothing, so whatever can be seen now may as well have been seen now. */
function looked({ left, content }: Moment): Moment {
  for (;;) {
    const look = possible(left).find((act) => act.isLook && act.outcomes(content).length > 0);
    if (!look) return { left, content };
    left = left.filter((act) => act !== look);
  }
}

/** Those that can come next: nothing that is left had ended before they began. */
function possible(left: readonly Act[]): Act[] {
  const firstEnd = Math.min(...left.filter(({ isOptional }) => !isOptional).map(({ until }) => until));
  return left.filter(({ from, after }) => from <= firstEnd && !(after && left.includes(after)));
}

/** Each change makes the version rise by one; undefined when somebody saw something else there. */
function changed(
  content: Content | undefined,
  effect: Effect,
  known: ReadonlyMap<number, Content>,
): Content | undefined {
  const version = (content?.version ?? 0) + 1;
  const next = { ...content, ...effect, version } as Content;
  const seen = known.get(version);
  if (!seen) return next;
  return agrees(next, seen) ? seen : undefined;
}

/** What is unknown agrees with everything. */
export function agrees(content: Partial<Content>, other: Partial<Content>): boolean {
  return (Object.keys(other) as (keyof Content)[]).every(
    (key) => content[key] === undefined || other[key] === undefined || content[key] === other[key],
  );
}
