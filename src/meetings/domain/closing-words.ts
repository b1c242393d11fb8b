import { EXTENSION_MINUTES } from '../../kernel/house-rules.js';
import { timeInWords } from '../../kernel/local-time.js';
import type { InEachWording, Wording } from '../../kernel/wording.js';

/** What people in a meeting read near its end; `at` is how long before the door closes, in seconds. */
export interface Warning {
  at: number;
  message: string;
}

interface ClosingWords {
  tenMinutes: (end: string) => string;
  fiveMinutes: (end: string) => string;
  mayExtend: string;
  closing: string;
}

const german: ClosingWords = {
  tenMinutes: (end) => `Noch 10 Minuten: Das Treffen endet um ${end}.`,
  fiveMinutes: (end) => `Noch 5 Minuten: Das Treffen endet um ${end}.`,
  mayExtend: `Ist der Raum danach frei, kann die Ansprechperson das Treffen um ${EXTENSION_MINUTES} Minuten verlängern.`,
  closing: 'Die Zeit ist um. In 5 Minuten schließt der Raum.',
};

const WORDS: InEachWording<ClosingWords> = {
  'de-sie': german,
  'de-du': german,
  'de-leicht': {
    tenMinutes: (end) => `Das Treffen dauert noch 10 Minuten. Das Treffen ist um ${end} zu Ende.`,
    fiveMinutes: (end) => `Das Treffen dauert noch 5 Minuten. Das Treffen ist um ${end} zu Ende.`,
    mayExtend: `Sie brauchen mehr Zeit? Vielleicht ist der Raum danach frei. Dann kann die Ansprech-Person ${EXTENSION_MINUTES} Minuten mehr geben.`,
    closing: 'Das Treffen ist zu Ende. In 5 Minuten geht der Raum zu.',
  },
  en: {
    tenMinutes: (end) => `10 minutes left: the meeting ends at ${end}.`,
    fiveMinutes: (end) => `5 minutes left: the meeting ends at ${end}.`,
    mayExtend: `If the room is free after that, the group’s contact person can add ${EXTENSION_MINUTES} minutes.`,
    closing: 'The time is over. The room closes in 5 minutes.',
  },
};

/** Ten and five minutes before the end; and five before the door closes, where it stays open a while after the end. */
export function warningsOf(
  { end, closes, mayExtend }: { end: Temporal.Instant; closes: Temporal.Instant; mayExtend: boolean },
  wording: Wording,
): Warning[] {
  const words = WORDS[wording];
  const time = timeInWords(end, wording);
  const after = end.until(closes).total('seconds');
  return [
    { at: after + 600, message: words.tenMinutes(time) },
    {
      at: after + 300,
      message: [words.fiveMinutes(time), ...(mayExtend ? [words.mayExtend] : [])].join(' '),
    },
    ...(after > 0 ? [{ at: 300, message: words.closing }] : []),
  ];
}
