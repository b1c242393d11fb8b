import { html, type TemplateResult } from 'lit';
import type { DayOfRooms } from '../../api/contact-points.js';
import type { Rules } from '../../api/shapes.js';
import { textField } from '../../parts/field.js';
import '../../parts/holiday-hint.js';
import { ANY_ROOM, dateField, minutesField, roomField, timeField } from '../../parts/when-fields.js';
import { houseWords } from '../../words/words.js';
import type { Draft } from './draft.js';
import { repeatFields } from './repeat-form.js';
import type { WhenStep } from './reserve-flow.js';

const words = houseWords.reserve;

export interface WhenForm {
  state: WhenStep;
  groupId: string;
  rules: Rules;
  /** The rooms of the chosen day, once they are known. */
  day: DayOfRooms | undefined;
  change: (draft: Partial<Draft>) => void;
}

/** Date, beginning, length, people and room; once or regularly. */
export function whenFields({ state, groupId, rules, day, change }: WhenForm): TemplateResult {
  const { draft, lacksWeekday } = state;
  const fields = { prefix: 'reserve', value: draft, rules, change };
  const anyRoom = { value: ANY_ROOM, label: words.anyRoom };
  return html`<div class="row">${dateField(fields)} ${timeField(fields)} ${minutesField(fields)}</div>
    <vh-holiday-hint .groupId=${groupId} .chosen=${draft} .rules=${rules}></vh-holiday-hint>
    <div class="row">${peopleField(draft, change)} ${roomField(fields, anyRoom, day?.rooms ?? [])}</div>
    ${repeatFields({ draft, rules, lacksWeekday, change })}`;
}

function peopleField({ people }: Draft, change: WhenForm['change']): TemplateResult {
  return textField({
    id: 'reserve-people',
    label: words.people,
    hint: words.peopleHint,
    type: 'number',
    inputmode: 'numeric',
    min: '1',
    max: '500',
    value: people,
    onInput: (value) => {
      change({ people: value });
    },
  });
}
