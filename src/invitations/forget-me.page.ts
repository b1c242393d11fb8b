import type { PageHost } from '../contact-points/page-host.reader.js';
import { html, inLines } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import { forgetForm } from './participant.page.js';
import { pageWordsOf } from './words/pages.js';

/** Where mail programs lead that cannot unsubscribe by themselves. */
export function unsubscribePage(token: string, host: PageHost): Page {
  const words = pageWordsOf(host.wording);
  const title = words.forget.button;
  return { ...host, title, body: html`<h1>${title}</h1>${forgetForm(token, words)}` };
}

/** Asks once more; only this page brings what makes it so: `sure`. */
export function askForgetPage(token: string, sure: string, host: PageHost): Page {
  const { forget } = pageWordsOf(host.wording);
  return {
    ...host,
    title: forget.button,
    body: html`<h1>${forget.really}</h1>
      <ul>
        ${forget.means.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
      <form method="post" action="/t/${token}/forget">
        <input type="hidden" name="sure" value="${sure}" />
        <p><button class="big-button" type="submit">${forget.yes}</button></p>
      </form>
      <p><a class="button" href="/t/${token}">${forget.no}</a></p>`,
  };
}

export function forgottenPage(host: PageHost): Page {
  const { forgotten } = pageWordsOf(host.wording);
  return {
    ...host,
    title: forgotten.title,
    body: html`<h1>${forgotten.heading}</h1>
      <p class="ok" role="status">${forgotten.noMails}</p>
      <p>${inLines(forgotten.calendar)}</p>`,
  };
}
