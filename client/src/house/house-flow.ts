import type { Agreement, GroupChoice, Occurrence, RepresentativeMe } from '../api/shapes.js';

/** Where the representative is in the house. */
export interface HouseState {
  /** The signed-in person and what they were doing; kept behind the sign-in form when a session ends. */
  inside?: Inside | undefined;
  signedIn: boolean;
  farewell?: Farewell | undefined;
}

/** Why somebody is outside. */
export type Farewell = 'ended' | 'signedOut' | 'gaveUp';

export interface Inside {
  personId: string;
  personName: string;
  email: string;
  groups: GroupChoice[];
  groupId: string;
  agreements: Agreement[];
  screen: Screen;
}

export type Screen =
  { name: 'dates' } | { name: 'reserve' } | { name: 'invitees' | 'move'; occurrence: Occurrence };

export type HouseEvent =
  | { type: 'entered'; me: RepresentativeMe }
  | { type: 'agreed' }
  | { type: 'groupChosen'; groupId: string }
  | { type: 'went'; screen: Screen }
  | { type: 'sessionEnded' }
  | { type: 'signedOut' | 'gaveUp' };

export const outside: HouseState = { signedIn: false };

export function nextHouse(state: HouseState, event: HouseEvent): HouseState {
  switch (event.type) {
    case 'entered':
      return { signedIn: true, inside: insideOf(event.me, state.inside) };
    case 'sessionEnded':
      return state.signedIn
        ? { signedIn: false, farewell: 'ended', inside: worthKeeping(state.inside) }
        : state;
    case 'signedOut':
    case 'gaveUp':
      return { signedIn: false, farewell: event.type };
    default:
      return state.inside ? { ...state, inside: nextInside(state.inside, event) } : state;
  }
}

type InsideEvent = Extract<HouseEvent, { type: 'agreed' | 'groupChosen' | 'went' }>;

function nextInside(inside: Inside, event: InsideEvent): Inside {
  if (event.type === 'agreed') return { ...inside, agreements: [] };
  if (event.type === 'groupChosen') return { ...inside, groupId: event.groupId };
  return { ...inside, screen: event.screen };
}

// Only the same person finds again what was typed; anybody else starts afresh.
function insideOf({ person, groups, openAgreements }: RepresentativeMe, before: Inside | undefined): Inside {
  const groupBefore =
    before?.personId === person.id ? groups.find(({ id }) => id === before.groupId) : undefined;
  const group = groupBefore ?? groups.find(isActive) ?? groups[0];
  return {
    personId: person.id,
    personName: person.name,
    email: person.email,
    groups,
    groupId: group ? group.id : '',
    agreements: openAgreements,
    screen: before && groupBefore ? before.screen : { name: 'dates' },
  };
}

const isActive = ({ state }: GroupChoice): boolean => state === 'active';

// Every screen may hold something typed; only the agreements are asked for anew.
function worthKeeping(inside: Inside | undefined): Inside | undefined {
  return inside?.agreements.length === 0 ? inside : undefined;
}

/** One word for what is on the screen; when it changes, the focus goes to the new heading. */
export function placeOf({ signedIn, inside }: HouseState): string {
  if (!signedIn || !inside) return 'sign-in';
  return inside.agreements.length > 0 ? 'agree' : inside.screen.name;
}
