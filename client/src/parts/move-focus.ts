/** After this time the page around us will not make the frame any higher. */
const FRAME_FITS_MS = 300;
/** The frame has a border. */
const FRAME_EDGE_PX = 4;

/**
 * In the frame new content first scrolls in there, until the page around it has made room. Only then it has its
 * place on the screen.
 */
export async function frameFits(): Promise<void> {
  const lacks = document.documentElement.scrollHeight - window.innerHeight;
  if (window.parent === window || lacks <= FRAME_EDGE_PX) return;
  await new Promise((resolve) => {
    window.addEventListener('resize', resolve, { once: true });
    setTimeout(resolve, FRAME_FITS_MS);
  });
}

/** Centred as browsers do; but what may be higher than the screen shows its beginning. */
export function moveFocus(place: HTMLElement): void {
  // A frame is as high as its content: what people see of it is no higher than their screen.
  const isHigh = place.offsetHeight > Math.min(window.innerHeight, screen.height) / 2;
  place.focus({ preventScroll: isHigh });
  if (isHigh) place.scrollIntoView({ block: 'start' });
}
