/**
 * The access token lives in this closure and nowhere else: no storage, no cookie, no attribute.
 * Closing or reloading the page forgets it.
 */
let token: string | undefined;

const endings = new EventTarget();

export function currentToken(): string | undefined {
  return token;
}

export function startSession(accessToken: string): void {
  token = accessToken;
}

export function forgetSession(): void {
  token = undefined;
}

/** Tells the page that the house no longer knows this session. */
export function reportSessionEnded(usedToken: string | undefined): void {
  // A late answer to an old token must not end the session that was started since.
  if (usedToken !== token) return;
  forgetSession();
  endings.dispatchEvent(new Event('ended'));
}

export function onSessionEnded(listener: () => void): () => void {
  endings.addEventListener('ended', listener);
  return () => {
    endings.removeEventListener('ended', listener);
  };
}
