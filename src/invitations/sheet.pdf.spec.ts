import { describe, expect, it } from '@jest/globals';
import { encode } from 'uqr';
import { PdfText } from '../../test/support/pdf-text.js';
import { writeSheet, type SheetFacts } from './sheet.pdf.js';

const LINK = 'https://haus.example/g/7k2m-9x4p-qr5t-0a1b-c2d3-e4f5-gh67';
const WEEK = { hours: 7 * 24 };

const first = {
  start: Temporal.Instant.from('2026-12-08T17:00:00Z'),
  end: Temporal.Instant.from('2026-12-08T19:00:00Z'),
};
const facts: SheetFacts = {
  link: LINK,
  dates: [first],
  earlyMinutes: 15,
  writtenAt: Temporal.Instant.from('2026-12-01T08:00:00Z'),
};

function weekly(count: number): SheetFacts {
  const dates: SheetFacts['dates'] = [first];
  for (let last = first; dates.length < count; dates.push(last))
    last = { start: last.start.add(WEEK), end: last.end.add(WEEK) };
  return { ...facts, dates, series: `Jeden Dienstag, 18:00 bis 20:00 Uhr, ${count} Termine` };
}

async function sheetOf(told: SheetFacts) {
  const pdf = new PdfText(await writeSheet(told));
  const words = pdf.pages.map((page) => pdf.wordsOn(page).replace(/\s+/g, ' '));
  return { pdf, words };
}

describe('The sheet for people without e-mail', () => {
  it('tells one date, the way and four steps on one page of A4, as text that can be selected', async () => {
    const { pdf, words } = await sheetOf(facts);
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.pages[0]).toContain('/MediaBox [0 0 595.28 841.89]');
    for (const told of [
      'Ihr Online-Treffen',
      'Dienstag, 8. Dezember 2026',
      '18:00 Uhr bis 20:00 Uhr',
      'Die Tür öffnet um 17:45 Uhr.',
      'https://haus.example/g/ 7k2m-9x4p-qr5t-0a1b- c2d3-e4f5-gh67',
      'So geht es',
      '1. ',
      '4. ',
      'Drücken Sie auf „Jetzt eintreten“.',
    ])
      expect(words[0]).toContain(told);
    expect(words[0]).not.toContain('\uFFFD');
  });

  it('says which telephone and PIN only where there is one', async () => {
    const without = await sheetOf(facts);
    expect(without.words[0]).not.toMatch(/Telefon|PIN/);
    const numbers = ['+49 231 1234567', '+49 800 1234567', '+43 1 1234567'];
    const { words, pdf } = await sheetOf({ ...facts, phone: { numbers, pin: '123 456 789' } });
    expect(words[0]).toContain('Oder mit dem Telefon +49 231 1234567 +49 800 1234567 PIN: 123 456 789');
    expect(pdf.pages).toHaveLength(1);
    const series = await sheetOf({ ...weekly(6), phone: 'eachItsOwn' });
    expect(series.words[0]).toContain('Jedes Treffen hat eine eigene PIN.');
    expect(series.pdf.pages).toHaveLength(1);
  });

  it('is tagged, has a title and a language, and no font that is not in it (ISO 14289-1)', async () => {
    const { pdf } = await sheetOf(facts);
    const [catalog = ''] = pdf.dictionariesWith('/Type /Catalog');
    expect(catalog).toContain('/Lang (de-DE)');
    expect(catalog).toContain('/StructTreeRoot');
    expect(catalog).toMatch(/\/MarkInfo/);
    expect(pdf.dictionariesWith('/DisplayDocTitle true')).toHaveLength(1);
    expect(pdf.dictionariesWith('<pdfuaid:part>1</pdfuaid:part>')).toHaveLength(1);
    expect(pdf.dictionariesWith('<rdf:li xml:lang="x-default">Ihr Online-Treffen</rdf:li>')).toHaveLength(1);
    for (const [tag, count] of Object.entries({
      H1: 1,
      H2: 1,
      L: 1,
      LI: 4,
      Lbl: 4,
      LBody: 4,
      Link: 1,
      Figure: 1,
    }))
      expect([tag, pdf.dictionariesWith(`/S /${tag}\n`).length]).toEqual([tag, count]);
    expect(pdf.dictionariesWith('/Type /Font\n/BaseFont /Helvetica')).toEqual([]);
    expect(pdf.dictionariesWith('/FontFile2')).toHaveLength(2);
  });

  it('is written large: 14 points at least, times 20 at least', async () => {
    const { pdf } = await sheetOf(weekly(52));
    for (const page of pdf.pages) {
      const sizes = [...pdf.drawnOn(page).matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
    }
    const [page = ''] = pdf.pages;
    expect(pdf.drawnOn(page)).toMatch(/\/F\d+ 20 Tf/);
  });

  it('has a code that cameras read as the link, with its quiet zone', async () => {
    const { pdf } = await sheetOf(facts);
    const drawn = pdf.drawnOn(pdf.pages[0] ?? '');
    const squares = [...drawn.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)].map((each) =>
      each.slice(1).map(Number),
    );
    const { data, size } = encode(LINK, { ecc: 'M', border: 4 });
    const unit = squares[0]?.[2] ?? 0;
    const places = squares.map(([x = 0, y = 0]) => [Math.round((x - 50) / unit), y] as const);
    const top = Math.min(...places.map(([, y]) => y)) - 4 * unit;
    const read = places.map(([column, y]) => `${Math.round((y - top) / unit)} ${column}`);
    const expected = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${y} ${x}`] : [])));
    expect(read.sort()).toEqual(expected.sort());
    expect(unit * size).toBeGreaterThan(170);
  });

  it('tells few dates of a series on the one page, and many on further ones', async () => {
    const few = await sheetOf(weekly(6));
    expect(few.pdf.pages).toHaveLength(1);
    expect(few.words[0]).toContain('Jeden Dienstag, 18:00 bis 20:00 Uhr, 6 Termine');
    expect(few.words[0]).toContain('Dienstag, 12. Januar 2027, 18:00 bis 20:00 Uhr');
    const marked = await sheetOf({ ...weekly(6), dates: [{ ...first, isAtOtherTime: true }] });
    expect(marked.words[0]).toContain('Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr (andere Zeit)');
    const many = await sheetOf(weekly(52));
    expect(many.pdf.pages.length).toBeGreaterThan(1);
    expect(many.words[0]).toContain('Das nächste Treffen: Dienstag, 8. Dezember 2026, 18:00 bis 20:00 Uhr');
    expect(many.words.join(' ').match(/ Uhr/g)?.length).toBeGreaterThanOrEqual(52);
    expect(many.words.slice(1).join(' ')).toContain('Dienstag, 30. November 2027');
  });
});
