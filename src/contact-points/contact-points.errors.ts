import { RuleBroken } from '../kernel/domain-error.js';
import type { RulesFault } from './domain/set-rules.js';

/** Rules that cannot hold together (422). */
export class RulesContradict extends RuleBroken {
  constructor(readonly code: RulesFault) {
    super(SENTENCES[code]);
  }
}

const SENTENCES: Record<RulesFault, string> = {
  shortestOverLongest: 'Die kürzeste Dauer ist länger als die längste. Bitte ändern Sie eine von beiden.',
  defaultUnderShortest:
    'Die übliche Dauer ist kürzer als die kürzeste erlaubte. Bitte ändern Sie eine von beiden.',
  defaultOverLongest:
    'Die übliche Dauer ist länger als die längste erlaubte. Bitte ändern Sie eine von beiden.',
  closesBeforeItOpens:
    'Das späteste Ende liegt nicht nach dem frühesten Beginn. Bitte ändern Sie die Zeiten.',
  shortestOutsideHours:
    'Zwischen frühestem Beginn und spätestem Ende liegt weniger Zeit als die kürzeste Dauer: So könnte niemand einen Raum reservieren. Bitte ändern Sie die Zeiten oder die kürzeste Dauer.',
  defaultOutsideHours:
    'Zwischen frühestem Beginn und spätestem Ende liegt weniger Zeit als die übliche Dauer. Bitte ändern Sie die Zeiten oder die übliche Dauer.',
  shortestOverWeek:
    'In einer Woche darf eine Gruppe weniger reservieren, als das kürzeste Treffen dauert: So könnte niemand einen Raum reservieren. Bitte ändern Sie eins von beiden.',
};

/** Only whoever tries the house out has web pages on the same machine (422). */
export class AddressOfThisMachine extends RuleBroken {
  readonly code = 'addressOfThisMachine';
  constructor() {
    super(
      'Adressen mit „localhost“ oder „127.0.0.1“ kann außer diesem Computer niemand öffnen. Bitte tragen Sie die öffentliche Adresse ein.',
    );
  }
}
