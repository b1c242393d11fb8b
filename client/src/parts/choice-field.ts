import { html, nothing, type TemplateResult } from 'lit';
import type { Choice, SelectField } from './field.js';

/** More than these stand side by side where there is room. */
const FEW = 3;

/** A few choices of which one holds, all visible at once. */
export function radioField({ id, label, hint, value, choices, onInput }: SelectField): TemplateResult {
  const option = (choice: Choice): TemplateResult =>
    html`<label class="choice"
      ><input
        type="radio"
        name=${id}
        value=${choice.value}
        .checked=${choice.value === value}
        @change=${() => onInput(choice.value)}
      />${choice.label}</label
    >`;
  return html`<fieldset class="choices" id=${id}>
    <legend>${label}</legend>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
    <div class=${choices.length > FEW ? 'several' : ''}>${choices.map(option)}</div>
  </fieldset>`;
}

export interface CheckField {
  id: string;
  label: string;
  values: string[];
  choices: Choice[];
  onInput: (values: string[]) => void;
}

/** A few choices of which several may hold; their order is that of the list. */
export function checkField({ id, label, values, choices, onInput }: CheckField): TemplateResult {
  const toggled = (value: string): string[] =>
    choices.map((choice) => choice.value).filter((each) => values.includes(each) !== (each === value));
  const option = (choice: Choice): TemplateResult =>
    html`<label class="choice"
      ><input
        type="checkbox"
        name=${id}
        value=${choice.value}
        .checked=${values.includes(choice.value)}
        @change=${() => onInput(toggled(choice.value))}
      />${choice.label}</label
    >`;
  return html`<fieldset class="choices" id=${id}>
    <legend>${label}</legend>
    <div class="several">${choices.map(option)}</div>
  </fieldset>`;
}
