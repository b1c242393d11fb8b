/** The origin this script came from: the house, unless the element names another. Must be read while the script runs. */
export function originOfScript(): string {
  const script = document.currentScript;
  return script instanceof HTMLScriptElement ? originOf(script.src) : '';
}

/** Origin of a web address; empty if it is none. */
export function originOf(address: string): string {
  try {
    const { origin, protocol } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? origin : '';
  } catch {
    return '';
  }
}
