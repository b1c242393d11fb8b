import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Choice, SelectField } from './field.js';

/** More than these stand side by side where there is room. */
const FEW = 3;

/** A few choices of which one holds, all visible at once. A press that is not taken leaves the mark where it was. */
export function radioField({ id, label, hint, value, choices, onInput }: SelectField): TemplateResult {
  const option = (choice: Choice): TemplateResult =>
    html`<label class="choice"
      ><input
        type="radio"
        name=${id}
        value=${choice.value}
        .checked=${live(choice.value === value)}
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
  /** What is wrong with them, as a sentence. */
  problem?: string | undefined;
  onInput: (values: string[]) => void;
}

/** A few choices of which several may hold; their order is that of the list. */
export function checkField({ id, label, values, choices, problem, onInput }: CheckField): TemplateResult {
  const toggled = (value: string): string[] =>
    choices.map((choice) => choice.value).filter((each) => values.includes(each) !== (each === value));
  const option = (choice: Choice): TemplateResult =>
    html`<label class="choice"
      ><input
        type="checkbox"
        name=${id}
        value=${choice.value}
        aria-invalid=${ifDefined(problem && 'true')}
        aria-describedby=${ifDefined(problem && `${id}-problem`)}
        .checked=${live(values.includes(choice.value))}
        @change=${() => onInput(toggled(choice.value))}
      />${choice.label}</label
    >`;
  return html`<fieldset class="choices" id=${id}>
    <legend>${label}</legend>
    ${problem ? html`<p class="error" id="${id}-problem">${problem}</p>` : nothing}
    <div class="several">${choices.map(option)}</div>
  </fieldset>`;
}
