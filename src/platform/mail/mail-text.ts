import { html, type Html } from '../http/html.js';

/** One block of a mail: a paragraph, or a link that stands on a line of its own. */
export type Block = string | { link: string; label: string } | { big: string };

export interface MailTextOptions {
  /** Language tag such as `de` or `en`. */
  language?: string;
  /** Who sends this and where the Impressum is; stands below, set apart as a signature. */
  footer?: Block[];
}

/** The same words twice: plain text and simple HTML that reads well with images off, large and dark. */
export function writeMail(
  title: string,
  blocks: Block[],
  { language = 'de', footer = [] }: MailTextOptions = {},
): { text: string; html: string } {
  // The line `-- ` begins a signature (RFC 3676, 4.3): mail programs show it apart and leave it out of answers.
  const text = [
    ...blocks.map(asText),
    ...(footer.length > 0 ? [`-- \n${footer.map(asText).join('\n')}`] : []),
  ];
  const below = footer.length > 0 && html`<hr /><footer>${footer.map(asHtml)}</footer>`;
  const body = [blocks.map(asHtml), below];
  return { text: `${text.join('\n\n')}\n`, html: documentOf({ title, language, body }).text };
}

function asText(block: Block): string {
  if (typeof block === 'string') return block;
  return 'link' in block ? `${block.label}:\n${block.link}` : block.big;
}

function asHtml(block: Block): Html {
  if (typeof block === 'string')
    return html`<p>${block.split('\n').map((line, index) => (index ? html`<br />${line}` : line))}</p>`;
  if ('big' in block)
    return html`<p style="font-size:1.6em;letter-spacing:.08em"><strong>${block.big}</strong></p>`;
  return html`<p>${block.label}:<br /><a href="${block.link}">${block.link}</a></p>`;
}

function documentOf({
  title,
  language,
  body,
}: {
  title: string;
  language: string;
  body: (Html[] | Html | false)[];
}): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${title}</title>
      </head>
      <body
        style="color-scheme:light dark;font-family:sans-serif;font-size:18px;line-height:1.5;max-width:36em;margin:1em auto;padding:0 1em;overflow-wrap:anywhere"
      >
        <h1 style="font-size:1.3em">${title}</h1>
        ${body}
      </body>
    </html> `;
}
