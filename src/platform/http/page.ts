import type { FastifyReply } from 'fastify';
import { html, type Html } from './html.js';

export interface Page {
  title: string;
  body: Html;
  status?: number;
  /** Seconds until the page has something new to say: the browser asks again then, without script. */
  refreshSeconds?: number;
  /** Whose page it is, below everything (§ 5 DDG). */
  legal?: { imprintUrl: string; privacyUrl: string };
}

export interface PagePolicy {
  /** Where our forms may lead besides ourselves: a browser applies `form-action` to redirects too. */
  formTarget?: string;
  /** The page shows another page of ours in a frame. */
  framesOwnPages?: boolean;
}

/** Sends a page of the house that needs no script. Nothing of it may be stored or told to the next address. */
export function sendPage(
  reply: FastifyReply,
  page: Page,
  { formTarget, framesOwnPages }: PagePolicy = {},
): void {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    `form-action 'self' ${formTarget ?? ''}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(framesOwnPages ? ["frame-src 'self'"] : []),
  ];
  if (page.status === 503) void reply.header('retry-after', '5');
  if (page.refreshSeconds) void reply.header('refresh', String(page.refreshSeconds));
  void reply
    .status(page.status ?? 200)
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy.join('; '))
    .type('text/html; charset=utf-8')
    .send(documentOf(page).text);
}

function documentOf({ title, body, legal }: Page): Html {
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <main class="page">${body}</main>
        ${legal && footer(legal)}
      </body>
    </html>`;
}

function footer({ imprintUrl, privacyUrl }: NonNullable<Page['legal']>): Html {
  return html`<footer>
    <p>
      Virtuelles Haus · <a href="${imprintUrl}">Impressum</a> · <a href="${privacyUrl}">Datenschutz</a>
    </p>
  </footer>`;
}
