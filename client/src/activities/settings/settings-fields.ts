import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { radioField } from '../../parts/choice-field.js';
import { invalid, labelled, selectField, textField, type Choice, type Field } from '../../parts/field.js';
import { timeOf } from '../../parts/local-time.js';
import { commonWords, deskWords } from '../../words/words.js';
import type { FieldName, SettingsForm } from './settings-form.js';

const words = deskWords.settings;

const HOUR = 60;
const HALF_DAY = 12 * HOUR;
const LENGTHS = [15, 30, 45, 60, 75, 90, 105, ...steps(2 * HOUR, HALF_DAY, HOUR / 2)];
const BUFFERS = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120];
const DOORS = [0, 5, 10, 15, 20, 30, 45, 60];
const WEEKS = [...steps(HOUR, 20 * HOUR, HOUR), ...steps(25 * HOUR, 60 * HOUR, 5 * HOUR), 7 * 24 * HOUR];
const MOST_ROOMS = 10;
const MOST_MONTHS = 24;

interface Fields {
  form: SettingsForm;
  /** The field that the house does not take. */
  refused: string;
  type: (typed: Partial<SettingsForm>) => void;
}

/** All settings, in groups. */
export function settingsFields(fields: Fields): TemplateResult {
  return html`${facts(fields)} ${rules(fields)} ${sender(fields)}
    <fieldset class="settings">
      <legend>${words.sites}</legend>
      ${area('origins', fields, 2000)}
    </fieldset>`;
}

function facts(fields: Fields): TemplateResult {
  const { land } = fields.form;
  const lands = Object.entries(words.lands).map(([value, label]) => ({ value, label }));
  return html`<fieldset class="settings">
    <legend>${words.facts}</legend>
    ${text('name', fields)}
    <div class="row">${text('town', fields)} ${select('land', fields, withValue(lands, land, land))}</div>
    <div class="row">${text('phone', fields)} ${text('email', fields)}</div>
    ${text('openingHours', fields)} ${wording(fields)} ${text('website', fields)} ${text('imprintUrl', fields)}
    ${text('privacyUrl', fields)}
  </fieldset>`;
}

function wording({ form, refused, type }: Fields): TemplateResult {
  return radioField({
    ...fieldOf('wording', refused),
    value: form.wording,
    choices: Object.entries(words.wordings).map(([value, label]) => ({ value, label })),
    onInput: (value) => type({ wording: value as SettingsForm['wording'] }),
  });
}

function rules(fields: Fields): TemplateResult {
  return html`<fieldset class="settings">
    <legend>${words.rules}</legend>
    <p>${words.rulesHint}</p>
    <div class="row">
      ${lengthField('minMinutes', fields, LENGTHS)} ${lengthField('maxMinutes', fields, LENGTHS)}
    </div>
    ${lengthField('defaultMinutes', fields, LENGTHS)}
    <div class="row">
      ${timeField('opensAt', fields, 0)} ${timeField('closesAt', fields, 1)}
    </div>
    ${numberField('horizonMonths', fields, { numbers: steps(1, MOST_MONTHS, 1), inWords: words.months })}
    ${lengthField('bufferMinutes', fields, BUFFERS)}
    ${numberField('mostRoomsAtOnce', fields, { numbers: steps(1, MOST_ROOMS, 1), inWords: words.rooms })}
    ${lengthField('mostWeeklyMinutes', fields, WEEKS)} ${lengthField('doorOpensMinutes', fields, DOORS)}
    ${information(fields)}
  </fieldset>`;
}

function sender(fields: Fields): TemplateResult {
  return html`<fieldset class="settings">
    <legend>${words.sender}</legend>
    <p>${words.senderHint}</p>
    ${text('senderName', fields)} ${text('replyTo', fields)} ${area('signature', fields, 600)}
  </fieldset>`;
}

function information({ form, refused, type }: Fields): TemplateResult {
  return radioField({
    ...fieldOf('allowsInformation', refused),
    value: form.allowsInformation,
    choices: [
      { value: 'no', label: words.information.no },
      { value: 'yes', label: words.information.yes },
    ],
    onInput: (chosen) => type({ allowsInformation: chosen === 'yes' ? 'yes' : 'no' }),
  });
}

const OPTIONAL: FieldName[] = ['senderName', 'replyTo'];
const ADDRESSES: FieldName[] = ['email', 'replyTo'];

function text(name: FieldName, { form, refused, type }: Fields): TemplateResult {
  return textField({
    ...fieldOf(name, refused),
    type: ADDRESSES.includes(name) ? 'email' : 'text',
    value: form[name],
    optional: OPTIONAL.includes(name),
    autocomplete: 'off',
    onInput: (typed) => type({ [name]: typed }),
  });
}

function area(name: FieldName, { form, refused, type }: Fields, longest: number): TemplateResult {
  const field = fieldOf(name, refused);
  const onInput = ({ target }: InputEvent): void => type({ [name]: (target as HTMLTextAreaElement).value });
  return labelled(
    field,
    html`<textarea
      id=${field.id}
      name=${field.id}
      rows="4"
      maxlength=${longest}
      aria-invalid=${ifDefined(invalid(field))}
      aria-describedby=${ifDefined(field.hint && `${field.id}-hint`)}
      .value=${form[name]}
      @input=${onInput}
    ></textarea>`,
  );
}

function select(name: FieldName, { form, refused, type }: Fields, choices: Choice[]): TemplateResult {
  return selectField({
    ...fieldOf(name, refused),
    value: form[name],
    choices,
    onInput: (value) => type({ [name]: value }),
  });
}

interface Numbers {
  numbers: number[];
  inWords: (value: number) => string;
}

function numberField(name: FieldName, fields: Fields, { numbers, inWords }: Numbers): TemplateResult {
  const choices = numbers.map((value) => ({ value: String(value), label: inWords(value) }));
  const value = fields.form[name];
  return select(name, fields, withValue(choices, value, inWords(Number(value))));
}

function lengthField(name: FieldName, fields: Fields, numbers: number[]): TemplateResult {
  const none = name === 'doorOpensMinutes' ? words.noDoorMinutes : words.noMinutes;
  const inWords = (minutes: number): string => (minutes === 0 ? none : words.minutes(minutes));
  return numberField(name, fields, { numbers, inWords });
}

/** Every quarter hour; a day ends at 24:00. */
function timeField(name: 'opensAt' | 'closesAt', fields: Fields, first: 0 | 1): TemplateResult {
  const times = steps(first * 15, (95 + first) * 15, 15).map(timeOf);
  return select(
    name,
    fields,
    times.map((time) => ({ value: time, label: commonWords.clock(time) })),
  );
}

function fieldOf(name: FieldName, refused: string): Field {
  const hint = words.hints[name];
  const isRefused = name === refused;
  return { id: `settings-${name}`, label: words.fields[name], isRefused, ...(hint ? { hint } : {}) };
}

// What the operator has set by hand must not show as another value than it is.
function withValue(choices: Choice[], value: string, label: string): Choice[] {
  return choices.some((choice) => choice.value === value) ? choices : [{ value, label }, ...choices];
}

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}
