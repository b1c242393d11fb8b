import { postToPageAround } from '../parts/frame-messages.js';

/** Tells the page around the frame how high we are, now and whenever that changes. */
export function announceHeight(): () => void {
  if (window.parent === window) return () => undefined;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // Folded away we have none, and keep the one we had.
    if (height > 0) postToPageAround({ type: 'vh-height', height });
  });
  observer.observe(document.body);
  return () => {
    observer.disconnect();
  };
}
