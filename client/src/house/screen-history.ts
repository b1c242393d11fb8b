/**
 * Keeps an entry of the browser's history for each screen that lies behind the first, so that Back leads to the screen
 * before and not out of the house. An entry holds a number and has the address of all others: neither the history
 * nor the address may tell what somebody does here.
 *
 * A frame shares the history with the page around it, whose entries may stand between ours: there the house takes none
 * back by itself. Those it does not need wait for the next screen, and Back passes them without leading anywhere.
 */
export class ScreenHistory {
  private wanted = 0;
  private at = depthNow();
  private isGoingBack = false;

  /** `moved` is told where the person went with Back or Forward; `follow` answers where they are then. */
  constructor(private readonly moved: (type: 'wentBack' | 'wentForward') => void) {}

  listen(): () => void {
    // Each screen is shown from where its focus is. A frame does not scroll by itself.
    if (!isFramed()) history.scrollRestoration = 'manual';
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
    this.at = depthNow();
    if (depth === this.at || isFramed()) return;
    this.isGoingBack = true;
    history.go(depth - this.at);
  }

  private readonly popped = (): void => {
    const before = this.at;
    this.at = depthNow();
    if (!this.isGoingBack) return this.walked(before);
    this.isGoingBack = false;
    // The person may have gone on before the browser was back.
    this.follow(this.wanted);
  };

  private walked(before: number): void {
    if (this.at > before) this.moved('wentForward');
    else if (this.wanted > 0) this.moved('wentBack');
  }
}

const isFramed = (): boolean => window.parent !== window;

function depthNow(): number {
  const state: unknown = history.state;
  return typeof state === 'number' ? state : 0;
}
