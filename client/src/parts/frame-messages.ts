/**
 * All that passes between the frame and the page around it: a height and one of three words.
 * The page around it is foreign ground, so nothing here may ever name a person or a group.
 */
export type FrameState = 'signed-out' | 'signed-in' | 'changed';

export type FrameMessage = { type: 'vh-height'; height: number } | { type: 'vh-state'; state: FrameState };

const states: ReadonlySet<unknown> = new Set<FrameState>(['signed-out', 'signed-in', 'changed']);

const LOWEST = 200;
/** Fifty free dates with text of twice the usual size are half as high. */
const HIGHEST = 60_000;

/** Reads what a frame sent; undefined if it has not exactly the agreed shape. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, height, state } = data as Record<string, unknown>;
  if (type === 'vh-height' && typeof height === 'number' && Number.isFinite(height)) {
    return { type, height: Math.min(Math.max(Math.ceil(height), LOWEST), HIGHEST) };
  }
  if (type === 'vh-state' && states.has(state)) return { type, state: state as FrameState };
  return undefined;
}

export function postToPageAround(message: FrameMessage): void {
  // Any origin: the frame does not know the site it is shown on, and the message says nothing worth hiding.
  if (window.parent !== window) window.parent.postMessage(message, '*');
}
