import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeHtml, html, inWordsOr } from './html.js';

describe('A value in a page', () => {
  it.each([
    ['<script>', '&#60;script&#62;'],
    ['"', '&#34;'],
    ["'", '&#39;'],
    ['&amp;', '&#38;amp;'],
    ['Müller & Söhne', 'Müller &#38; Söhne'],
  ])('%s is shown literally', (typed, shown) => {
    expect(html`<p>${typed}</p>`.text).toBe(`<p>${shown}</p>`);
  });

  it.each(['"', "'"])('cannot leave its attribute by %s', (quote) => {
    const page = html`<a title="${`${quote} onclick=${quote}x`}" lang='${`${quote} onclick=${quote}x`}'></a>`;
    const code = quote.charCodeAt(0);
    const escaped = `&#${code}; onclick=&#${code};x`;
    expect(page.text).toBe(`<a title="${escaped}" lang='${escaped}'></a>`);
  });

  it('is escaped in lists and in lists of lists, where made parts stay as they are', () => {
    const rows = ['<a>', [html`<li>${'<b>'}</li>`, ['"c"']]] as const;
    expect(html`<ul>${rows}</ul>`.text).toBe('<ul>&#60;a&#62;<li>&#60;b&#62;</li>&#34;c&#34;</ul>');
  });

  it('made by html is not escaped twice', () => {
    expect(html`${html`<b>${'&'}</b>`}`.text).toBe('<b>&#38;</b>');
  });

  it('is left out when there is none, but zero and the empty text stand', () => {
    expect(html`[${undefined}${false}${0}${''}]`.text).toBe('[0]');
  });

  it.each([
    ['de-leicht', 'Es geht\nnicht.', 'Es geht<br />nicht.'],
    ['de-du', undefined, '&#60;Es&#62; geht nicht.'],
    ['en', undefined, '<span lang="de">&#60;Es&#62; geht nicht.</span>'],
  ] as const)('is told in the words of %s (%j), or else in German', (wording, said, shown) => {
    expect(inWordsOr(said, '<Es> geht nicht.', wording).text).toBe(shown);
  });

  it('that only looks like one of ours is escaped', () => {
    const looksMade = String(html`<b></b>`);
    expect(html`${looksMade}`.text).toBe('&#60;b&#62;&#60;/b&#62;');
  });

  it('never leaves a character that means something to HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text).replace(/&#\d+;/g, '')).not.toMatch(/[<>"'&]/);
      }),
    );
  });
});
