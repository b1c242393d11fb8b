import { html } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';

export const LOST_LINK_PATH = '/link-verloren';
const TITLE = 'Link verloren?';

/** `fault` says what is wrong with what was `typed`. */
export function lostLinkPage({ typed = '', fault }: { typed?: string; fault?: string } = {}): Page {
  return {
    title: TITLE,
    status: fault === undefined ? 200 : 400,
    body: html`<h1>${TITLE}</h1>
      <p>Geben Sie die E-Mail-Adresse ein, an die Ihre Einladung gegangen ist. Wir schicken Ihnen dann einen neuen Link.</p>
      ${fault !== undefined && html`<p class="warning" role="alert" id="fault">${fault}</p>`}
      <form class="card" method="post" action="${LOST_LINK_PATH}">
        <p>
          <label for="email">Ihre E-Mail-Adresse</label>
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
        <p><button class="big-button" type="submit">Neuen Link schicken</button></p>
      </form>
      <p class="hint">Ihr alter Link öffnet sich danach nicht mehr.</p>`,
  };
}

/** The same for every address, invited or not. */
export const linkAskedPage: Page = {
  title: TITLE,
  status: 202,
  body: html`<h1>Bitte sehen Sie in Ihr Postfach</h1>
    <p class="ok" role="status">
      Wenn diese Adresse zu einem kommenden Treffen eingeladen ist, kommt gleich eine Mail mit einem neuen Link.
    </p>
    <p>Kommt nichts? Sehen Sie bitte auch im Ordner für Werbung oder Spam nach. Sonst bitten Sie die Person, die Sie eingeladen hat, um eine neue Einladung.</p>`,
};
