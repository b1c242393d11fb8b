/**
 * All that passes between the frame and the page around it: a height, the place of the focus and one of three words.
 * The page around it is foreign ground, so nothing here may ever name a person or a group.
 */
export type FrameState = 'signed-out' | 'signed-in' | 'changed';

export type FrameMessage =
  | { type: 'vh-height'; height: number }
  | { type: 'vh-focus'; top: number; bottom: number }
  | { type: 'vh-state'; state: FrameState };

const states: ReadonlySet<unknown> = new Set<FrameState>(['signed-out', 'signed-in', 'changed']);

/** Also what the frame has before it says anything: a page that loads a moment takes nothing from under people's eyes. */
export const LOWEST = 480;
/** Fifty free dates with text of twice the usual size are half as high. */
const HIGHEST = 60_000;

/** Reads what a frame sent; undefined if it has not exactly the agreed shape. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  const { type, height, top, bottom, state } = Object(data) as Record<string, unknown>;
  if (type === 'vh-height' && isNumber(height)) {
    return { type, height: Math.min(Math.max(Math.ceil(height), LOWEST), HIGHEST) };
  }
  if (type === 'vh-focus' && isNumber(top) && isNumber(bottom)) return { type, top, bottom };
  if (type === 'vh-state' && states.has(state)) return { type, state: state as FrameState };
  return undefined;
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);

export function postToPageAround(message: FrameMessage): void {
  // Any origin: the frame does not know the site it is shown on, and the message says nothing worth hiding.
  if (window.parent !== window) window.parent.postMessage(message, '*');
}
