import type { TemplateResult } from 'lit';
import { textField, type Field } from './field.js';

/** So many digits has a code in a mail. */
export const CODE_LENGTH = 8;

interface CodeField extends Field {
  value: string;
  onInput: (code: string) => void;
}

/** Takes the code from a mail, in two fours like there. */
export function codeField({ onInput, ...field }: CodeField): TemplateResult {
  return textField({
    ...field,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    onInput: (typed, event) => onInput(regrouped(typed, event)),
  });
}

/** Only the digits count: people paste the code with blanks, hyphens or line breaks. */
export const digitsOf = (typed: string): string => typed.replace(/\D/g, '');

/** "1234 5678", as it stands in the mail. */
export function groupDigits(typed: string): string {
  const digits = digitsOf(typed).slice(0, 12);
  return digits.length > 4 ? `${digits.slice(0, 4)} ${digits.slice(4)}` : digits;
}

function regrouped(typed: string, event: Event): string {
  const field = event.target as HTMLInputElement;
  // Only when typing at the end: moving the caret under somebody who corrects a digit confuses.
  const atEnd = field.selectionStart === typed.length && !isDeletion(event);
  const code = atEnd ? groupDigits(typed) : typed;
  field.value = code;
  return code;
}

/** A browser that fills in the code by itself tells of it with a plain event. */
const isDeletion = (event: Event): boolean =>
  event instanceof InputEvent && event.inputType.startsWith('delete');
