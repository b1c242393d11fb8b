/** After this time the page around us will not make the frame any higher. */
const MOST_MS = 1000;
const LOOK_MS = 20;
/** The frame has a border. */
const EDGE_PX = 4;

/**
 * In the frame new content first scrolls in there, until the page around it has made room. Only then it has its
 * place on the screen.
 */
export async function frameFits(): Promise<void> {
  if (window.parent === window) return;
  for (let waited = 0; waited < MOST_MS && lacksHeight(); waited += LOOK_MS) {
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MS);
    });
  }
}

const lacksHeight = (): boolean => document.documentElement.scrollHeight - window.innerHeight > EDGE_PX;

/** Centred as browsers do; but what may be higher than the screen shows its beginning. */
export function moveFocus(place: HTMLElement): void {
  // A frame is as high as its content: what people see of it is no higher than their screen.
  const isHigh = place.offsetHeight > Math.min(window.innerHeight, screen.height) / 2;
  place.focus({ preventScroll: isHigh });
  // Once more, because Safari forgets it while it goes back in its history at the same time.
  place.scrollIntoView({ block: isHigh ? 'start' : 'nearest' });
}
