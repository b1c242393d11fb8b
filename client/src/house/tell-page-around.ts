import { postToPageAround } from '../parts/frame-messages.js';

/** What was reached by key or by ourselves. A press with the mouse must find its button where it was. */
const REACHED = ':focus-visible, [tabindex="-1"], [type=date]';
/** Room for the ring around it. */
const RING_PX = 12;

/** Tells the page around the frame how high we are and where the focus is, now and whenever that changes. */
export function tellPageAround(): () => void {
  if (window.parent === window) return () => undefined;
  const observer = new ResizeObserver(tellHeight);
  observer.observe(document.body);
  // Not `focusin`: Safari has none for its fields for a date.
  document.addEventListener('focus', tellFocus, { capture: true });
  return () => {
    observer.disconnect();
    document.removeEventListener('focus', tellFocus, { capture: true });
  };
}

function tellHeight(): void {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // Folded away we have none, and keep the one we had.
  if (height > 0) postToPageAround({ type: 'vh-height', height });
}

/** In Safari, as the standard has it, no frame of another site scrolls the page around it. */
function tellFocus({ target }: FocusEvent): void {
  if (!(target instanceof Element) || !target.matches(REACHED)) return;
  const { top, bottom } = target.getBoundingClientRect();
  // Of what may be higher than the screen the beginning counts.
  const end = Math.min(bottom, top + Math.min(window.innerHeight, screen.height) / 2);
  postToPageAround({ type: 'vh-focus', top: top - RING_PX, bottom: end + RING_PX });
}
