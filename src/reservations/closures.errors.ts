import { RuleBroken } from '../kernel/domain-error.js';
import type { ClosureFault } from './domain/closure-rules.js';

/** A closure that nobody can mean (422). */
export class ClosureRefused extends RuleBroken {
  constructor(readonly code: ClosureFault) {
    super(SENTENCES[code]);
  }
}

const SENTENCES: Record<ClosureFault, string> = {
  closureEndsBeforeItBegins: 'Das Ende der Sperrzeit liegt vor ihrem Anfang.',
  closureTooLong: 'Eine Sperrzeit dauert höchstens zwei Jahre.',
  yearlyClosureTooLong: 'Eine Sperrzeit, die jedes Jahr wiederkehrt, ist kürzer als ein Jahr.',
  closurePast: 'Diese Sperrzeit liegt ganz in der Vergangenheit.',
};
