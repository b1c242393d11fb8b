import type { Browser, Device, Devices, JoinWords } from '../words/join-words.js';

/** Why a camera or a microphone does not come. */
export type Problem = keyof JoinWords['problems'];

/** Names of errors of `getUserMedia`; the second of each is what older browsers say. */
const PROBLEMS: ReadonlyMap<string | undefined, Problem> = new Map([
  ['NotAllowedError', 'notAllowed'],
  ['PermissionDeniedError', 'notAllowed'],
  ['SecurityError', 'notAllowed'],
  ['NotFoundError', 'notFound'],
  ['DevicesNotFoundError', 'notFound'],
  ['OverconstrainedError', 'notFound'],
  ['NotReadableError', 'inUse'],
  ['TrackStartError', 'inUse'],
  ['AbortError', 'inUse'],
]);

export function problemOf(error: unknown): Problem {
  return PROBLEMS.get((error as { name?: string } | null | undefined)?.name) ?? 'unknown';
}

/** What makes it useless to ask at all. */
export function problemBefore(can: { isSecure: boolean; hasDevices: boolean; hasWebRtc: boolean }) {
  // Without encryption browsers hide what they can do: the cause is told before what follows from it.
  if (!can.isSecure) return 'insecure';
  return can.hasDevices && can.hasWebRtc ? undefined : 'noWebRtc';
}

export interface Fault {
  problem: Problem;
  devices: Devices;
}

/** One for both where one cure helps both. */
export function faultsIn(found: Partial<Record<Device, Problem>>): Fault[] {
  const { camera, microphone } = found;
  const isOne = camera === microphone && camera !== 'notFound' && camera !== 'inUse' && camera !== 'unknown';
  if (camera && isOne) return [{ problem: camera, devices: 'both' }];
  return (['camera', 'microphone'] as const).flatMap((devices) => {
    const problem = found[devices];
    return problem ? [{ problem, devices }] : [];
  });
}

export interface Cure {
  what: string;
  steps: readonly string[];
  /** Whether to press the button once more can help. */
  mayTryAgain: boolean;
}

export function cureOf({ problem, devices }: Fault, browser: Browser, { problems, cures }: JoinWords): Cure {
  const device = devices === 'both' ? 'camera' : devices;
  const again = (steps: readonly string[]) => ({ steps: [...steps, cures.pressAgain], mayTryAgain: true });
  const final = (steps: readonly string[]) => ({ steps, mayTryAgain: false });
  switch (problem) {
    case 'notAllowed':
      return { what: problems.notAllowed[devices], ...again(cures.allow[browser]) };
    case 'notFound':
      return { what: problems.notFound[device], ...again(cures.notFound[device]) };
    case 'inUse':
      return { what: problems.inUse[device], ...again(cures.inUse) };
    case 'unknown':
      return { what: problems.unknown[device], ...final(cures.unknown) };
    default:
      return { what: problems[problem], ...final(cures[problem]) };
  }
}
