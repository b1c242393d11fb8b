import type { FastifyReply } from 'fastify';
import { languageOf, type InEachWording, type Wording } from '../../kernel/wording.js';
import { html, type Html } from './html.js';

export interface Page {
  title: string;
  body: Html;
  status?: number;
  /** Seconds until the page has something new to say: the browser asks again then, without script. */
  refreshSeconds?: number;
  /** Whose page it is, below everything (§ 5 DDG). */
  legal?: { imprintUrl: string; privacyUrl: string };
  /** How it speaks; `de-sie` unless given. */
  wording?: Wording;
  /** The device check may stand there: a script of ours, which the page can do without, camera and microphone. */
  checksDevices?: boolean;
}

export interface PagePolicy {
  /** Where our forms may lead besides ourselves: a browser applies `form-action` to redirects too. */
  formTarget?: string;
  /** The page shows another page of ours in a frame. */
  framesOwnPages?: boolean;
}

/** What the device check may do: load our own script, ask our own server, and nothing else. */
const FOR_DEVICE_CHECK = [
  "script-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
];
const DEVICES_FOR_US = 'camera=(self), microphone=(self), geolocation=()';

/** Sends a page of the house that needs no script. Nothing of it may be stored or told to the next address. */
export function sendPage(reply: FastifyReply, page: Page, policy: PagePolicy = {}): void {
  if (page.checksDevices) void reply.header('permissions-policy', DEVICES_FOR_US);
  if (page.status === 503) void reply.header('retry-after', '5');
  if (page.refreshSeconds) void reply.header('refresh', String(page.refreshSeconds));
  void reply
    .status(page.status ?? 200)
    .header('cache-control', 'no-store')
    .header('content-security-policy', policyOf(page, policy).join('; '))
    .type('text/html; charset=utf-8')
    .send(documentOf(page).text);
}

/** Sends somebody who pressed a button to the address that it leads to. */
export function leadTo(reply: FastifyReply, url: string): void {
  void reply.header('cache-control', 'no-store').status(303).header('location', url).send();
}

function policyOf({ checksDevices }: Page, { formTarget, framesOwnPages }: PagePolicy): string[] {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    `form-action 'self' ${formTarget ?? ''}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(framesOwnPages ? ["frame-src 'self'"] : []),
    ...(checksDevices ? FOR_DEVICE_CHECK : []),
  ];
}

function documentOf({ title, body, legal, wording = 'de-sie', checksDevices }: Page): Html {
  return html`<!doctype html>
    <html lang="${languageOf(wording)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/page.css" />
        ${checksDevices && html`<script type="module" src="/assets/join.js"></script>`}
      </head>
      <body>
        <main class="page">${body}</main>
        ${legal && footer(legal, LEGAL_WORDS[wording])}
      </body>
    </html>`;
}

interface LegalWords {
  imprint: string;
  privacy: string;
}

const german: LegalWords = { imprint: 'Impressum', privacy: 'Datenschutz' };
const LEGAL_WORDS: InEachWording<LegalWords> = {
  'de-sie': german,
  'de-du': german,
  'de-leicht': {
    imprint: 'Wer macht diese Seite? (Impressum)',
    privacy: 'Was passiert mit meinen Daten? (Datenschutz)',
  },
  en: { imprint: 'Who is responsible for this page (Impressum)', privacy: 'Privacy' },
};

function footer({ imprintUrl, privacyUrl }: NonNullable<Page['legal']>, words: LegalWords): Html {
  return html`<footer>
    <p class="legal">
      <span>Virtuelles Haus</span> <a href="${imprintUrl}">${words.imprint}</a>
      <a href="${privacyUrl}">${words.privacy}</a>
    </p>
  </footer>`;
}
