import { html, type Html } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';

interface MailSummary {
  id: string;
  from: string;
  to: string;
  subject: string;
  receivedAt: string;
}

interface OpenMail extends MailSummary {
  text: string;
  attachments: { filename: string; contentType: string }[];
}

const TITLE = 'Postfach für die Entwicklung';

export function mailboxPage(messages: MailSummary[]): Page {
  return {
    title: TITLE,
    body: html`<h1>${TITLE}</h1>
      <p class="hint">
        Hier kommen alle Mails des Hauses an, solange kein echter Mailserver eingestellt ist. Die neueste
        steht oben.
      </p>
      <p><a href="/dev/mailbox">Nach neuer Post sehen</a></p>
      ${
        messages.length === 0
          ? html`<p>Noch keine Mail.</p>`
          : html`<ul class="mailbox">
              ${messages.map(row)}
            </ul>`
      }`,
  };
}

export function mailPage(mail: OpenMail): Page {
  const api = `/dev/mailbox/api/messages/${mail.id}`;
  return {
    title: mail.subject,
    body: html`<p><a href="/dev/mailbox">Zurück zum Postfach</a></p>
      <h1>${mail.subject}</h1>
      <dl class="facts">
        <dt>Von</dt>
        <dd>${mail.from}</dd>
        <dt>An</dt>
        <dd>${mail.to}</dd>
        <dt>Angekommen</dt>
        <dd>${inWords(mail.receivedAt)}</dd>
      </dl>
      <h2>Als Text</h2>
      <pre class="card">${mail.text}</pre>
      <h2>Mit Gestaltung</h2>
      <iframe
        class="mail"
        title="Die Mail mit Gestaltung"
        sandbox
        src="/dev/mailbox/${mail.id}/html"
      ></iframe>
      <h2>Anhänge</h2>
      <ul>
        ${mail.attachments.map(({ filename, contentType }, index) => html`<li><a href="/dev/mailbox/${mail.id}/attachments/${index}">${filename || contentType}</a></li>`)}
      </ul>
      <p><a href="${api}/source">Quelltext der Mail</a></p>`,
  };
}

function row({ id, to, subject, receivedAt }: MailSummary): Html {
  return html`<li>
    <a href="/dev/mailbox/${id}"><strong>${subject}</strong></a
    ><br />an ${to}, ${inWords(receivedAt)}
  </li>`;
}

function inWords(receivedAt: string): string {
  return new Date(receivedAt).toLocaleString('de-DE', { timeZone: 'Europe/Berlin' });
}
