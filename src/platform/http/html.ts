import { languageOf, type Wording } from '../../kernel/wording.js';

/** Text that is safe to send as HTML: what `html` made. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Part = Html | string | number | false | undefined | readonly Part[];

/** Template tag that escapes every value which is not itself made by `html`. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(strings.reduce((text, string, index) => text + render(values[index - 1]) + string));
}

/** Text of several lines, each on a line of its own. */
export function inLines(text: string): Html {
  return new Html(escapeHtml(text).replaceAll('\n', '<br />'));
}

/** What somebody is told as a wording says it; what it has no words for stands there in German, marked as such. */
export function inWordsOr(said: string | undefined, inGerman: string, wording: Wording): Html {
  if (said !== undefined) return inLines(said);
  return languageOf(wording) === 'de' ? html`${inGerman}` : html`<span lang="de">${inGerman}</span>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function render(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === undefined || part === false) return '';
  if (typeof part === 'object') return part.map(render).join('');
  return escapeHtml(String(part));
}
