import { inflateSync } from 'node:zlib';

/**
 * Reads PDF files as pdfkit writes them: objects one after the other, streams deflated, text as glyph numbers with a
 * table back to letters. Enough to see what a reader could select or have read aloud.
 */
export class PdfText {
  private readonly objects = new Map<number, string>();

  constructor(file: Buffer) {
    const source = file.toString('latin1');
    for (const [, id, body = ''] of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
      this.objects.set(Number(id), body);
  }

  /** Dictionaries that hold this, such as `/Type /Catalog`. */
  dictionariesWith(mark: string): string[] {
    return [...this.objects.values()].filter((body) => body.includes(mark));
  }

  get pages(): string[] {
    return this.dictionariesWith('/Type /Page\n');
  }

  /** What is drawn on a page, as PDF writes it. */
  drawnOn(page: string): string {
    return this.streamOf(reference(page, 'Contents'));
  }

  /** The words of a page, a line for each piece of text. */
  wordsOn(page: string): string {
    const resources = this.objects.get(reference(page, 'Resources')) ?? page;
    const letters = new Map<string, Map<string, string>>();
    for (const [, name = '', id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g))
      letters.set(name, this.lettersOf(Number(id)));
    const lines: string[] = [];
    let font = new Map<string, string>();
    for (const [, name, shown] of this.drawnOn(page).matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name) font = letters.get(name) ?? new Map<string, string>();
      else lines.push(spelled(shown ?? '', font));
    }
    return lines.join('\n');
  }

  /** From glyph number to letters, by the font's ToUnicode table. */
  private lettersOf(fontId: number): Map<string, string> {
    const table = this.streamOf(reference(this.objects.get(fontId) ?? '', 'ToUnicode'));
    const letters = new Map<string, string>();
    for (const [, from = '', list = ''] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
      for (const [index, [, code = '']] of [...list.matchAll(/<([0-9a-f]*)>/g)].entries())
        letters.set((Number.parseInt(from, 16) + index).toString(16).padStart(4, '0'), lettersIn(code));
    return letters;
  }

  private streamOf(id: number): string {
    const body = this.objects.get(id) ?? '';
    const stream = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? '';
    const bytes = Buffer.from(stream, 'latin1');
    return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
  }
}

function reference(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? 0);
}

function spelled(shown: string, font: ReadonlyMap<string, string>): string {
  const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => hex).join('');
  return (glyphs.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? '\uFFFD').join('');
}

/** UTF-16BE in hexadecimal. */
function lettersIn(code: string): string {
  return Buffer.from(code, 'hex').swap16().toString('utf16le');
}
