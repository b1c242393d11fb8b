import { html, nothing, type TemplateResult } from 'lit';
import type { Rules, Weekday } from '../../api/shapes.js';
import { checkField, radioField } from '../../parts/choice-field.js';
import { textField } from '../../parts/field.js';
import { addMonths, today } from '../../parts/local-time.js';
import { houseWords } from '../../words/words.js';
import type { Draft } from './draft.js';
import { MOST_DATES, patternChoices, patternOf, weekdayChoices, type Pattern } from './repeat-draft.js';

const words = houseWords.when;

/** The checkboxes of the weekdays. */
export const WEEKDAYS = 'reserve-weekdays';

export interface RepeatForm {
  draft: Draft;
  rules: Rules;
  /** No weekday was named. */
  lacksWeekday: boolean;
  change: (draft: Partial<Draft>) => void;
}

/** Once or regularly, and then how often and how long. */
export function repeatFields(form: RepeatForm): TemplateResult {
  const { draft, change } = form;
  const often = radioField({
    id: 'reserve-often',
    label: words.often,
    value: draft.often,
    choices: [
      { value: 'once', label: words.once },
      { value: 'regularly', label: words.regularly },
    ],
    onInput: (value) => {
      change({ often: value === 'once' ? 'once' : 'regularly' });
    },
  });
  return html`${often} ${draft.often === 'once' ? nothing : pattern(form)}`;
}

function pattern(form: RepeatForm): TemplateResult {
  const { draft, change } = form;
  return html`${radioField({
    id: 'reserve-pattern',
    label: words.pattern,
    value: patternOf(draft),
    choices: patternChoices(draft.date),
    onInput: (value) => {
      change({ pattern: value as Pattern });
    },
  })}
  ${draft.pattern === 'otherWeekdays' ? weekdays(form) : nothing}
  <div class="row start">${end(form)} ${draft.end === 'count' ? count(form) : until(form)}</div>`;
}

function weekdays({ draft, lacksWeekday, change }: RepeatForm): TemplateResult {
  return checkField({
    id: WEEKDAYS,
    label: words.weekdaysLabel,
    problem: lacksWeekday ? words.noWeekday : undefined,
    values: draft.weekdays,
    choices: weekdayChoices(),
    onInput: (values) => {
      change({ weekdays: values as Weekday[] });
    },
  });
}

function end({ draft, change }: RepeatForm): TemplateResult {
  return radioField({
    id: 'reserve-end',
    label: words.end,
    value: draft.end,
    choices: [
      { value: 'count', label: words.byCount },
      { value: 'until', label: words.byDay },
    ],
    onInput: (value) => {
      change({ end: value === 'count' ? 'count' : 'until' });
    },
  });
}

function count({ draft, change }: RepeatForm): TemplateResult {
  return textField({
    id: 'reserve-count',
    label: words.count,
    hint: words.countHint(MOST_DATES),
    type: 'number',
    inputmode: 'numeric',
    min: '1',
    max: String(MOST_DATES),
    value: draft.count,
    onInput: (value) => {
      change({ count: value });
    },
  });
}

function until({ draft, rules, change }: RepeatForm): TemplateResult {
  return textField({
    id: 'reserve-until',
    label: words.until,
    type: 'date',
    value: draft.until,
    min: draft.date,
    max: addMonths(today(), rules.horizonMonths),
    onInput: (value) => {
      change({ until: value });
    },
  });
}
