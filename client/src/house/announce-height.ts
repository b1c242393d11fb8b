import { postToPageAround } from '../parts/frame-messages.js';

/** Tells the page around the frame how high we are, now and whenever that changes. */
export function announceHeight(): () => void {
  if (window.parent === window) return () => undefined;
  const observer = new ResizeObserver(() => {
    postToPageAround({ type: 'vh-height', height: Math.ceil(document.body.getBoundingClientRect().height) });
  });
  observer.observe(document.body);
  return () => {
    observer.disconnect();
  };
}
