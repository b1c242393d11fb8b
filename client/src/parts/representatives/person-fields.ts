import { html, type TemplateResult } from 'lit';
import { refusedFieldOf } from '../../api/problem.js';
import { isAt, type NewRepresentative } from '../../api/representatives.js';
import { textField } from '../field.js';

interface PersonFields {
  who: NewRepresentative;
  problem: unknown;
  words: { name: string; email: string; emailHint: string };
  onInput: (who: Partial<NewRepresentative>) => void;
}

/** Name and mail address of somebody who is to represent a group. */
export function personFields({ who, problem, words, onInput }: PersonFields): TemplateResult {
  const refused = refusedFieldOf(problem)?.field;
  return html`${textField({
    id: 'new-representative-name',
    label: words.name,
    value: who.name,
    isRefused: refused === 'name',
    autocomplete: 'off',
    maxLength: 100,
    onInput: (name) => onInput({ name }),
  })}
  ${textField({
    id: 'new-representative-email',
    label: words.email,
    hint: words.emailHint,
    type: 'email',
    value: who.email,
    isRefused: refused === 'email',
    autocomplete: 'off',
    onInput: (email) => onInput({ email }),
  })}`;
}

/** What the field is called that the house does not take. */
export const personLabel =
  ({ name, email }: Pick<PersonFields['words'], 'name' | 'email'>) =>
  (field: string): string | undefined =>
    field === 'name' ? name : field === 'email' ? email : undefined;

/** How the house calls somebody who was just entered: it may know the address by another name. */
export function nameOf({ name, email }: NewRepresentative, known: NewRepresentative[]): string {
  return known.find(isAt(email))?.name ?? name;
}

/** As it is sent. */
export function trimmed({ name, email }: NewRepresentative): NewRepresentative {
  return { name: name.trim(), email: email.trim() };
}
