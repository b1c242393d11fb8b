import type { FastifyReply } from 'fastify';
import { html, type Html } from './html.js';

export interface AppPage {
  title: string;
  /** Name of script and style sheet under `/assets`. */
  app: 'house' | 'desk';
  element: Html;
  /** Exact origins that may frame the page; none for pages of the team. */
  frameAncestors: string[];
}

/** Stands in the element until its script runs: for good where the browser is too old or the script does not arrive. */
export function untilItRuns(otherWay?: Html): Html {
  return html`<main class="page until-it-runs">
    <h1>Einen Moment bitte, die Seite lädt.</h1>
    <p>
      Bleibt es bei diesem Text? Dann laden Sie die Seite bitte noch einmal. Sie braucht einen neueren Browser, in
      dem JavaScript eingeschaltet ist.
    </p>
    ${otherWay}
  </main>`;
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
