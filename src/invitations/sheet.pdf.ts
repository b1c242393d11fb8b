import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { dayInWords, rangeInWords, timeInWords } from '../kernel/local-time.js';
import type { TimeRange } from '../kernel/time-range.js';
import { doorEachTime } from './words/german.js';

/** A date on the sheet. */
export interface SheetDate extends TimeRange {
  /** Of a series: it begins or ends when its rule does not say so. */
  isAtOtherTime?: boolean;
}

export interface SheetFacts {
  /** The permanent link of the group. */
  link: string;
  /** In their order; of a series those that are still to come. */
  dates: [SheetDate, ...SheetDate[]];
  /** The rule of a series in words. */
  series?: string;
  /** How long before each date the door opens. */
  earlyMinutes: number;
  /** Where the date can be called: its numbers and PIN; of a series only that it is possible, since each date has its own. */
  phone?: { numbers: string[]; pin: string } | 'eachItsOwn' | undefined;
  writtenAt: Temporal.Instant;
}

type Doc = PDFKit.PDFDocument;
type Element = ReturnType<Doc['struct']>;

interface Style {
  size: number;
  bold?: boolean;
  type?: 'H1' | 'H2' | 'P';
  /** Free room below, in points. */
  below?: number;
}

const fonts = createRequire(import.meta.url);
const fontFile = (name: string): Buffer => readFileSync(fonts.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
/** Read once. DejaVu has the letters of nearly every language, so that whatever is printed can be read. */
const REGULAR = fontFile('DejaVuSans');
const BOLD = fontFile('DejaVuSans-Bold');

/** Letters stay single: not every program finds the two in a joined “ff” again. The types know lists only. */
const SINGLE_LETTERS = { features: { liga: false } } as unknown as PDFKit.Mixins.TextOptions;

/** In points: A4 with margins that every printer leaves. */
const MARGIN = 50;
const WIDTH = 595.28 - 2 * MARGIN;
const QR_SIZE = 200;
/** Light modules around the dark ones, without which cameras find no code (ISO/IEC 18004). */
const QUIET_ZONE = 4;
/** More dates than this stand on a page of their own. */
const FEW_DATES = 6;

const TITLE = 'Ihr Online-Treffen';
const STEPS = [
  'Handy: Richten Sie die Kamera auf das Muster. Tippen Sie dann auf den Link, der erscheint. Computer: Tippen Sie den Link in die Adresszeile.',
  'Sie sehen, wann das nächste Treffen ist. Sind Sie früh dran? Dann warten Sie auf dieser Seite.',
  'Schreiben Sie einen Namen hinein. Vorname oder Spitzname genügt. Drücken Sie auf „Jetzt eintreten“.',
  'Fragt das Gerät nach Kamera und Mikrofon? Drücken Sie auf „Erlauben“. Beide sind am Anfang aus.',
];

/** There is room for so many beside the code. */
const MOST_NUMBERS = 2;
const EACH_ITS_OWN =
  'Jedes Treffen hat eine eigene PIN. Nummer und PIN stehen hinter dem Link. Oder fragen Sie die Person, von der Sie dieses Blatt haben.';

/**
 * A sheet of A4 in large type that brings people without e-mail to a meeting. Its text can be selected and read aloud
 * (tagged as PDF/UA asks for, ISO 14289-1). It names neither group nor topic: paper lies around.
 */
export async function writeSheet(facts: SheetFacts): Promise<Buffer> {
  const doc = newDocument(facts.writtenAt);
  const file = buffer(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const write = writerOf(doc, root);
  write(TITLE, { size: 30, bold: true, type: 'H1', below: 14 });
  writeTimes(write, facts);
  writeWay(doc, root, facts);
  writeSteps(doc, root);
  write('Bitte geben Sie dieses Blatt nicht weiter. Fragen? Es hilft die Person, von der Sie es haben.', {
    size: 16,
  });
  if (facts.dates.length > FEW_DATES) writeAllDates(doc, write, facts.dates);
  root.end();
  doc.end();
  return file;
}

function newDocument(writtenAt: Temporal.Instant): Doc {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 45, bottom: 40, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: 'de-DE',
    displayTitle: true,
    info: { Title: TITLE, CreationDate: new Date(writtenAt.epochMilliseconds) },
    // No font that is not embedded.
    font: REGULAR,
    // The types of the library are behind it.
  } as unknown as PDFKit.PDFDocumentOptions);
  doc.registerFont('regular', REGULAR);
  doc.registerFont('bold', BOLD);
  return doc;
}

type Write = (text: string, style: Style) => void;

/** Paragraph after paragraph down the page. */
function writerOf(doc: Doc, parent: Element): Write {
  return (text, { size, bold = false, type = 'P', below = 6 }) => {
    doc.font(bold ? 'bold' : 'regular', size);
    doc.text(text, MARGIN, doc.y, {
      ...SINGLE_LETTERS,
      width: WIDTH,
      structParent: parent,
      structType: type,
    });
    doc.y += below;
  };
}

function writeTimes(write: Write, { dates, series, earlyMinutes }: SheetFacts): void {
  const [next] = dates;
  if (series === undefined) {
    write(dayInWords(next.start), { size: 25, bold: true, below: 0 });
    write(`${timeInWords(next.start)} bis ${timeInWords(next.end)}`, { size: 25, bold: true });
    write(`Die Tür öffnet um ${timeInWords(next.start.subtract({ minutes: earlyMinutes }))}.`, { size: 17 });
    return;
  }
  write(series, { size: 20, bold: true });
  const isShort = dates.length <= FEW_DATES;
  for (const date of isShort ? dates : [next])
    write(`${isShort ? '' : 'Das nächste Treffen: '}${lineOf(date)}`, { size: 16, below: 1 });
  write(doorEachTime(earlyMinutes), { size: 17 });
}

/** The code beside the link in letters, and the telephone where there is one. */
function writeWay(doc: Doc, root: Element, { link, phone }: SheetFacts): void {
  const top = doc.y + 4;
  root.add(drawCode(doc, link, top));
  const beside = { x: MARGIN + QR_SIZE + 15, width: WIDTH - QR_SIZE - 15 };
  const write = (text: string, size: number, bold = false): void => {
    doc.font(bold ? 'bold' : 'regular', size);
    doc.text(text, beside.x, doc.y, { ...SINGLE_LETTERS, width: beside.width, structParent: root });
    doc.y += 4;
  };
  doc.y = top + 4;
  write('Der Link zum Treffen', 16);
  root.add(
    doc.struct('Link', { alt: `Link zum Treffen: ${link}` }, () => {
      doc.font('bold', 17);
      for (const piece of linkInLines(link))
        doc.text(piece, beside.x, doc.y, { ...SINGLE_LETTERS, link, width: beside.width });
    }),
  );
  doc.y += 8;
  if (phone) {
    write('Oder mit dem Telefon', 16);
    if (phone === 'eachItsOwn') write(EACH_ITS_OWN, 14);
    else
      for (const line of [...phone.numbers.slice(0, MOST_NUMBERS), `PIN: ${phone.pin}`])
        write(line, 18, true);
  }
  doc.y = Math.max(doc.y, top + QR_SIZE) + 10;
}

/** The host, then the rest in lines that a person can copy sign by sign. */
function linkInLines(link: string): string[] {
  const { origin, pathname } = new URL(link);
  const [, place = '', token = ''] = pathname.split('/');
  const pieces = token.match(/.{1,20}/g) ?? [];
  return [`${origin}/${place}/`, ...pieces];
}

function drawCode(doc: Doc, link: string, top: number): Element {
  const { data, size } = encode(link, { ecc: 'M', border: QUIET_ZONE });
  const unit = QR_SIZE / size;
  const box: [number, number, number, number] = [MARGIN, top, MARGIN + QR_SIZE, top + QR_SIZE];
  const facts = { alt: 'QR-Code, der zu dem Link führt, der daneben steht', bbox: box };
  return doc.struct('Figure', facts, () => {
    for (const [row, modules] of data.entries())
      for (const [column, isDark] of modules.entries())
        if (isDark) doc.rect(MARGIN + column * unit, top + row * unit, unit, unit);
    doc.fill('black');
  });
}

function writeSteps(doc: Doc, root: Element): void {
  doc.font('bold', 22).text('So geht es', MARGIN, doc.y, { structParent: root, structType: 'H2' });
  doc.y += 4;
  const list = doc.struct('L');
  root.add(list);
  for (const [index, step] of STEPS.entries()) {
    const item = doc.struct('LI');
    list.add(item);
    const top = doc.y;
    doc.font('bold', 20).text(`${index + 1}.`, MARGIN, top, { structParent: item, structType: 'Lbl' });
    doc.font('regular', 16);
    const place = { width: WIDTH - 34, structParent: item, structType: 'LBody' };
    doc.text(step, MARGIN + 34, top + 3, { ...SINGLE_LETTERS, ...place });
    doc.y += 7;
    item.end();
  }
  list.end();
  doc.y += 8;
}

function writeAllDates(doc: Doc, write: Write, dates: readonly SheetDate[]): void {
  doc.addPage();
  write('Alle Termine', { size: 20, bold: true, type: 'H2' });
  for (const date of dates) write(lineOf(date), { size: 14, below: 2 });
}

function lineOf({ isAtOtherTime, ...range }: SheetDate): string {
  return `${rangeInWords(range)}${isAtOtherTime ? ' (andere Zeit)' : ''}`;
}
