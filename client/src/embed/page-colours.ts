/** Whether the page has said that it can be dark; most sites have not, and then stay light on dark devices too. */
export function pageStaysLight(element: HTMLElement): boolean {
  return !getComputedStyle(element.parentElement ?? document.documentElement).colorScheme.includes('dark');
}
