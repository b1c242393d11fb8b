import type { FastifyReply } from 'fastify';
import { html } from './html.js';

export interface AppPage {
  title: string;
  /** Name of script and style sheet under `/assets`. */
  app: 'house' | 'desk';
  element: ReturnType<typeof html>;
  /** Exact origins that may frame the page; none for pages of the team. */
  frameAncestors: string[];
}

/** Sends a page that one of our Lit apps fills. Its policy allows our own files only and no text as script. */
export function sendAppPage(reply: FastifyReply, { title, app, element, frameAncestors }: AppPage): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.length > 0 ? ["'self'", ...frameAncestors].join(' ') : "'none'"}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ];
  void reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy.join('; '))
    .type('text/html; charset=utf-8')
    .send(
      html`<!doctype html>
        <html lang="de">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>${title}</title>
            <link rel="icon" href="data:," />
            <link rel="stylesheet" href="/assets/${app}.css" />
            <script type="module" src="/assets/${app}.js"></script>
          </head>
          <body>
            ${element}
          </body>
        </html>`.text,
    );
}
