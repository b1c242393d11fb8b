/**
 * Keeps an entry of the browser's history for each screen that lies behind the first, so that Back leads to the screen
 * before and not out of the house. An entry holds a number and has the address of all others: neither the history
 * nor the address may tell what somebody does here.
 */
export class ScreenHistory {
  private wanted = 0;
  private isGoingBack = false;

  /** `moved` is told where the person went with Back or Forward; `follow` answers where they are then. */
  constructor(private readonly moved: (depth: number) => void) {}

  listen(): () => void {
    window.addEventListener('popstate', this.popped);
    return () => {
      window.removeEventListener('popstate', this.popped);
    };
  }

  /** The person stands on this screen now, however they came there. */
  follow(depth: number): void {
    this.wanted = depth;
    if (this.isGoingBack) return;
    for (let next = depthNow() + 1; next <= depth; next++) history.pushState(next, '');
    if (depth === depthNow()) return;
    this.isGoingBack = true;
    history.go(depth - depthNow());
  }

  private readonly popped = (): void => {
    if (!this.isGoingBack) return this.moved(depthNow());
    this.isGoingBack = false;
    // The person may have gone on before the browser was back.
    this.follow(this.wanted);
  };
}

function depthNow(): number {
  const state: unknown = history.state;
  return typeof state === 'number' ? state : 0;
}
