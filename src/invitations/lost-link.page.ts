import type { Wording } from '../kernel/wording.js';
import { html, inLines } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import { pageWordsOf, pathIn } from './words/pages.js';

export const LOST_LINK_PATH = '/link-verloren';

/** `fault` says what is wrong with what was `typed`. */
export function lostLinkPage(
  wording: Wording,
  { typed = '', fault }: { typed?: string; fault?: string } = {},
): Page {
  const { lostLink: words } = pageWordsOf(wording);
  return {
    wording,
    title: words.title,
    status: fault === undefined ? 200 : 400,
    body: html`<h1>${words.title}</h1>
      <p>${inLines(words.how)}</p>
      ${fault !== undefined && html`<p class="warning" role="alert" id="fault">${inLines(words.fault(fault))}</p>`}
      <form class="card" method="post" action="${pathIn(LOST_LINK_PATH, wording)}">
        <p>
          <label for="email">${words.label}</label>
          <input
            id="email"
            name="email"
            type="email"
            required
            autocomplete="email"
            value="${typed}"
            ${fault !== undefined && html`aria-invalid="true" aria-describedby="fault"`}
          />
        </p>
        <p><button class="big-button" type="submit">${words.button}</button></p>
      </form>
      <p class="hint">${words.means}</p>`,
  };
}

/** The same for every address, invited or not. */
export function linkAskedPage(wording: Wording): Page {
  const { lostLink, linkAsked } = pageWordsOf(wording);
  return {
    wording,
    title: lostLink.title,
    status: 202,
    body: html`<h1>${linkAsked.heading}</h1>
      <p class="ok" role="status">${inLines(linkAsked.comes)}</p>
      <p>${inLines(linkAsked.otherwise)}</p>`,
  };
}
