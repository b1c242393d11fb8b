import type { PageHost } from '../contact-points/page-host.reader.js';
import { html, inLines } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import { LOST_LINK_PATH } from './lost-link.page.js';
import { pageWordsOf, pathIn } from './words/pages.js';

export const RE_ENTRY_PATH = '/wieder';

/** For somebody whom Jitsi has lost and who has a ticket: one button. */
export function reEntryPage(host: PageHost): Page {
  const { reEntry: words } = pageWordsOf(host.wording);
  return {
    ...host,
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p>${inLines(words.why)}</p>
      <form method="post" action="${RE_ENTRY_PATH}">
        <p><button class="big-button" type="submit">${words.button}</button></p>
      </form>`,
  };
}

/** The same for everybody without a ticket and for every room: nobody knows who comes, nor how they speak. */
export const noTicketPage: Page = {
  title: 'Zurück ins Treffen',
  status: 403,
  body: html`<h1>Bitte öffnen Sie Ihren persönlichen Link noch einmal.</h1>
    <p>
      Sie finden ihn in der Mail mit Ihrer Einladung. Er bringt Sie wieder ins Treffen. Haben Sie einen Link
      auf Papier bekommen? Dann tippen Sie bitte diesen noch einmal ein.
    </p>
    <p><a class="button" href="${pathIn(LOST_LINK_PATH, 'de-sie')}">${pageWordsOf('de-sie').lostLink.link}</a></p>
    <div lang="en">
      <h2>Please open your personal link again.</h2>
      <p>It is in the mail with your invitation, or on the paper that you were given.</p>
      <p><a class="button" href="${pathIn(LOST_LINK_PATH, 'en')}">${pageWordsOf('en').lostLink.link}</a></p>
    </div>`,
};

/** Where Jitsi leads people who leave. Nobody is known there: it names no meeting and is the same for all. */
export const thanksPage: Page = {
  title: 'Auf Wiedersehen',
  body: html`<h1>Sie haben das Treffen verlassen</h1>
    <p class="ok" role="status">Schön, dass Sie da waren. Sie können dieses Fenster jetzt schließen.</p>
    <h2>Möchten Sie noch einmal hinein?</h2>
    <p><a class="button" href="${RE_ENTRY_PATH}">Zurück ins Treffen</a></p>
    <p class="hint">Oder öffnen Sie Ihren persönlichen Link noch einmal, solange das Treffen läuft.</p>`,
};
