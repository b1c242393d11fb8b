import { html, nothing, type TemplateResult } from 'lit';
import { refusedFieldOf } from '../../api/problem.js';
import { textField } from '../../parts/field.js';
import { personLabel } from '../../parts/representatives/person-fields.js';
import { deskWords } from '../../words/words.js';
import {
  rowRefused,
  type GrantEvent,
  type GrantForm,
  type GrantState,
  type PersonRow,
} from './grant-flow.js';

const words = deskWords.grant;

/** One row a representative; rows can be added and, but for the last, removed. */
export function peopleRows({ form, problem }: GrantState, go: (event: GrantEvent) => void): TemplateResult {
  const { people } = form;
  const refused = rowRefused(form, refusedFieldOf(problem)?.field ?? '');
  const removable = people.length > 1;
  return html`<fieldset class="people">
    <legend>${words.representatives}</legend>
    <p class="hint">${words.representativesHint}</p>
    ${people.map((person, index) =>
      personRow({
        person,
        index,
        refused: refused?.index === index ? refused.field : undefined,
        removable,
        go,
      }),
    )}
    <button type="button" @click=${() => go({ type: 'personAdded' })}>${words.add}</button>
  </fieldset>`;
}

interface Row {
  person: PersonRow;
  index: number;
  /** The field in it that the house does not take. */
  refused: string | undefined;
  removable: boolean;
  go: (event: GrantEvent) => void;
}

function personRow({ person, index, refused, removable, go }: Row): TemplateResult {
  const typed = (change: Partial<PersonRow>): void => go({ type: 'personTyped', index, person: change });
  const remove = (): void => go({ type: 'personRemoved', index });
  return html`<fieldset class="row person">
    <legend>${words.representative(index + 1)}</legend>
    ${textField({
      id: `grant-name-${String(index)}`,
      label: words.name,
      value: person.name,
      isRefused: refused === 'name',
      autocomplete: 'off',
      onInput: (name) => typed({ name }),
    })}
    ${textField({
      id: `grant-email-${String(index)}`,
      label: words.email,
      type: 'email',
      value: person.email,
      isRefused: refused === 'email',
      autocomplete: 'off',
      onInput: (email) => typed({ email }),
    })}
    ${removable ? html`<button type="button" @click=${remove}>${words.remove(index + 1)}</button>` : nothing}
  </fieldset>`;
}

/** "Ansprechperson 2, E-Mail-Adresse" */
export function rowLabel(form: GrantForm, path: string): string | undefined {
  const refused = rowRefused(form, path);
  const label = refused && personLabel(words)(refused.field);
  return label && words.ofRepresentative(refused.index + 1, label);
}
