import { html } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import { forgetForm } from './participant.page.js';

const TITLE = 'Meine Adresse löschen';

/** Where mail programs lead that cannot unsubscribe by themselves. */
export function unsubscribePage(token: string): Page {
  return { title: TITLE, body: html`<h1>${TITLE}</h1>${forgetForm(token)}` };
}

/** Asks once more; only this page brings what makes it so. */
export function askForgetPage(token: string, sure: string): Page {
  return {
    title: TITLE,
    body: html`<h1>Ihre Adresse jetzt löschen?</h1>
      <ul>
        <li>Ihr Name und Ihre Adresse werden sofort gelöscht.</li>
        <li>Sie bekommen keine Mails mehr zu diesen Treffen.</li>
        <li>Ihr Link öffnet sich nicht mehr.</li>
      </ul>
      <form method="post" action="/t/${token}/forget">
        <input type="hidden" name="sure" value="${sure}" />
        <p><button class="big-button" type="submit">Ja, jetzt löschen</button></p>
      </form>
      <p><a href="/t/${token}">Nein, zurück</a></p>`,
  };
}

export const forgottenPage: Page = {
  title: 'Gelöscht',
  body: html`<h1>Ihre Adresse ist gelöscht</h1>
    <p class="ok" role="status">Sie bekommen keine Mails mehr zu diesen Treffen.</p>
    <p>Den Eintrag in Ihrem Kalender löschen Sie bitte selbst. Sonst brauchen Sie nichts zu tun.</p>`,
};
