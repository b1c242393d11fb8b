import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

export interface Field {
  id: string;
  label: string;
  hint?: string;
  /** The house does not take what stands in it. */
  isRefused?: boolean;
}

export interface TextField extends Field {
  type?: 'text' | 'email' | 'password' | 'date' | 'number' | 'search';
  value: string;
  onInput: (value: string, event: Event) => void;
  autocomplete?: AutoFill;
  inputmode?: 'numeric' | 'email';
  optional?: boolean;
  min?: string;
  max?: string;
  maxLength?: number;
}

export interface Choice {
  value: string;
  label: string;
}

export interface SelectField extends Field {
  value: string;
  choices: Choice[];
  onInput: (value: string) => void;
}

const hintId = (field: Field): string | undefined => (field.hint ? `${field.id}-hint` : undefined);

/** For screen readers: `aria-invalid` of a control. */
export const invalid = ({ isRefused }: Field): 'true' | undefined => (isRefused ? 'true' : undefined);

/** A label, its control and its hint, tied together for screen readers. */
export function labelled(field: Field, control: unknown): TemplateResult {
  return html`<div class="field">
    <label for=${field.id}>${field.label}</label>
    ${field.hint ? html`<p class="hint" id="${field.id}-hint">${field.hint}</p>` : nothing} ${control}
  </div>`;
}

/** A date that is half typed counts as none; set again as such, it would be wiped under the hands. */
export function textField(field: TextField): TemplateResult {
  const onInput = (event: Event): void => {
    field.onInput((event.target as HTMLInputElement).value, event);
  };
  return labelled(
    field,
    html`<input
      id=${field.id}
      name=${field.id}
      type=${field.type ?? 'text'}
      .value=${live(field.value)}
      @input=${onInput}
      ?required=${!field.optional}
      aria-invalid=${ifDefined(invalid(field))}
      aria-describedby=${ifDefined(hintId(field))}
      autocomplete=${ifDefined(field.autocomplete)}
      inputmode=${ifDefined(field.inputmode)}
      min=${ifDefined(field.min)}
      max=${ifDefined(field.max)}
      maxlength=${ifDefined(field.maxLength)}
    />`,
  );
}

export function selectField(field: SelectField): TemplateResult {
  const onChange = (event: Event): void => {
    field.onInput((event.target as HTMLSelectElement).value);
  };
  return labelled(
    field,
    html`<select
      id=${field.id}
      name=${field.id}
      @change=${onChange}
      aria-invalid=${ifDefined(invalid(field))}
      aria-describedby=${ifDefined(hintId(field))}
    >
      ${field.choices.map(
        ({ value, label }) =>
          html`<option value=${value} .selected=${value === field.value}>${label}</option>`,
      )}
    </select>`,
  );
}
