import { describe, expect, it } from '@jest/globals';
import { writeMail } from './mail-text.js';

const title = 'Ein Titel';

describe('A mail says the same twice', () => {
  it('paragraphs stand apart by an empty line', () => {
    const { text, html } = writeMail(title, ['Eins.', 'Zwei.']);
    expect(text).toBe('Eins.\n\nZwei.\n');
    expect(html).toContain('<p>Eins.</p><p>Zwei.</p>');
  });

  it('a line break stays one', () => {
    const { text, html } = writeMail(title, ['Wann:\nmorgen']);
    expect(text).toBe('Wann:\nmorgen\n');
    expect(html).toContain('<p>Wann:<br />morgen</p>');
  });

  it('a link stands on a line of its own and shows where it leads', () => {
    const { text, html } = writeMail(title, [{ link: 'https://haus.example/t/x', label: 'Öffnen' }]);
    expect(text).toBe('Öffnen:\nhttps://haus.example/t/x\n');
    expect(html).toContain('<a href="https://haus.example/t/x">https://haus.example/t/x</a>');
  });

  it('what is big stands alone', () => {
    const { text, html } = writeMail(title, [{ big: '0123 4567' }]);
    expect(text).toBe('0123 4567\n');
    expect(html).toContain('<strong>0123 4567</strong>');
  });

  it('names title and language for screen readers', () => {
    const { html } = writeMail(title, []);
    expect(html).toContain('<html lang="de">');
    expect(html).toContain(`<title>${title}</title>`);
    expect(html).toMatch(/<h1[^>]*>Ein Titel<\/h1>/);
  });

  it('in another language says so', () => {
    expect(writeMail(title, [], { language: 'en' }).html).toContain('<html lang="en">');
  });

  it('ends with a signature that mail programs know', () => {
    const footer = ['Virtuelles Haus', { link: 'https://haus.example/impressum', label: 'Impressum' }];
    const { text, html } = writeMail(title, ['Eins.'], { footer });
    expect(text).toBe('Eins.\n\n-- \nVirtuelles Haus\nImpressum:\nhttps://haus.example/impressum\n');
    expect(html).toMatch(/<hr \/><footer><p>Virtuelles Haus<\/p>.*<\/footer>/);
  });

  it('fetches nothing, and is dark where the reader likes it dark', () => {
    const { html } = writeMail(title, ['Eins.', { link: 'https://haus.example', label: 'Öffnen' }]);
    expect(html).not.toMatch(/<(img|link|script|style|iframe|video)\b|src=|url\(|@import/);
    expect(html).toContain('<meta name="color-scheme" content="light dark" />');
    expect(html).toContain('color-scheme:light dark');
  });

  it('shows everything literally in HTML and leaves the text as it is', () => {
    const evil = '"><script>alert(1)</script>';
    const { text, html } = writeMail(evil, [evil, { link: evil, label: evil }, { big: evil }]);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('href=""');
    expect(text).toContain(evil);
  });
});
