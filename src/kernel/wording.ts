/** How the house speaks: with Sie, with du, in plain German for everybody (Leichte Sprache), or in English. */
export const WORDINGS = ['de-sie', 'de-du', 'de-leicht', 'en'] as const;

export type Wording = (typeof WORDINGS)[number];

/** One dictionary for each wording; a missing one is a type error. */
export type InEachWording<Words> = Readonly<Record<Wording, Words>>;

/** What is not known here is spoken as the house speaks by itself. */
export function readWording(text: string): Wording {
  return WORDINGS.find((wording) => wording === text) ?? 'de-sie';
}

/** For `lang`, so that a screen reader takes the right voice. */
export function languageOf(wording: Wording): 'de' | 'en' {
  return wording === 'en' ? 'en' : 'de';
}
