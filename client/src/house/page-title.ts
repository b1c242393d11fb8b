import { commonWords } from '../words/words.js';

/** The title of the page is the heading that is on the screen, at each step of a form as well. */
export function followHeading(house: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    const heading = house.querySelector('h1:not([hidden] h1)')?.textContent.trim();
    if (heading) document.title = `${heading} – ${commonWords.house}`;
  });
  observer.observe(house, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ['hidden'],
  });
  return () => {
    observer.disconnect();
  };
}
