import { html, type Html } from '../http/html.js';

/** One block of a mail: a paragraph, or a link that stands on a line of its own. */
export type Block = string | { link: string; label: string } | { big: string };

/** The same words twice: plain text and simple HTML that reads well with images off, large and dark. */
export function writeMail(title: string, blocks: Block[]): { text: string; html: string } {
  const text = blocks.map(asText).join('\n\n');
  return { text: `${text}\n`, html: documentOf(title, blocks.map(asHtml)).text };
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

function documentOf(title: string, body: Html[]): Html {
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
      </head>
      <body
        style="font-family:sans-serif;font-size:18px;line-height:1.5;max-width:36em;margin:1em auto;padding:0 1em;overflow-wrap:anywhere"
      >
        <h1 style="font-size:1.3em">${title}</h1>
        ${body}
      </body>
    </html> `;
}
