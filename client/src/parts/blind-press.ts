/** What somebody pressed with a finger or a mouse, when, and where on the screen. */
export interface Press {
  at: number;
  x: number;
  y: number;
  control: unknown;
  /** What stood on it: an element may stay and mean something else. */
  words: string;
}

/** Nobody reads and decides faster than that. */
const UNREAD_MS = 700;
/** As far as a shaky finger strays. */
const SAME_SPOT_PX = 30;

/**
 * Many people press twice. The second press means what stood there at the first: once something else stands there,
 * it has not been read.
 */
export function isBlind(press: Press, last: Press | undefined, changedAt: number): boolean {
  if (!last || (press.control === last.control && press.words === last.words)) return false;
  const isUnread = press.at - Math.max(last.at, changedAt) < UNREAD_MS;
  return isUnread && Math.hypot(press.x - last.x, press.y - last.y) <= SAME_SPOT_PX;
}

/**
 * Blind presses do nothing here. Keys, and scripts that press, are not concerned, nor is whoever has typed between two
 * presses.
 */
export function swallowBlindPresses(root: Document | ShadowRoot): void {
  let last: Press | undefined;
  let changedAt = 0;
  const changes = new MutationObserver(() => {
    changedAt = performance.now();
  });
  changes.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['hidden'],
  });
  const pressed = (event: Event): void => {
    const press = pressOf(event as MouseEvent);
    if (!press) return;
    if (!isBlind(press, last, changedAt)) {
      last = press;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const typed = (): void => {
    last = undefined;
  };
  root.addEventListener('click', pressed, { capture: true });
  root.addEventListener('beforeinput', typed, { capture: true });
}

const CONTROLS = 'a, button, input, label, select, summary, textarea';

function pressOf({ isTrusted, detail, timeStamp, target, screenX, screenY }: MouseEvent): Press | undefined {
  // A key presses without a count.
  if (!isTrusted || detail === 0 || !(target instanceof Element)) return undefined;
  const found = target.closest(CONTROLS);
  const control = found instanceof HTMLLabelElement ? found.control : found;
  // On the screen, not in the page: that scrolls away under the finger.
  return control ? { at: timeStamp, x: screenX, y: screenY, control, words: control.textContent } : undefined;
}
