import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '../../parts/field.js';
import { deskWords } from '../../words/words.js';
import type { GrantEvent, PersonRow } from './grant-flow.js';

const words = deskWords.grant;

/** One row a representative; rows can be added and, but for the last, removed. */
export function peopleRows(people: PersonRow[], go: (event: GrantEvent) => void): TemplateResult {
  return html`<fieldset class="people">
    <legend>${words.representatives}</legend>
    <p class="hint">${words.representativesHint}</p>
    ${people.map((person, index) => personRow({ person, index, removable: people.length > 1, go }))}
    <button type="button" @click=${() => go({ type: 'personAdded' })}>${words.add}</button>
  </fieldset>`;
}

interface Row {
  person: PersonRow;
  index: number;
  removable: boolean;
  go: (event: GrantEvent) => void;
}

function personRow({ person, index, removable, go }: Row): TemplateResult {
  const typed = (change: Partial<PersonRow>): void => go({ type: 'personTyped', index, person: change });
  const remove = (): void => go({ type: 'personRemoved', index });
  return html`<fieldset class="row person">
    <legend>${words.representative(index + 1)}</legend>
    ${textField({
      id: `grant-name-${String(index)}`,
      label: words.name,
      value: person.name,
      autocomplete: 'off',
      onInput: (name) => typed({ name }),
    })}
    ${textField({
      id: `grant-email-${String(index)}`,
      label: words.email,
      type: 'email',
      value: person.email,
      autocomplete: 'off',
      onInput: (email) => typed({ email }),
    })}
    ${removable ? html`<button type="button" @click=${remove}>${words.remove(index + 1)}</button>` : nothing}
  </fieldset>`;
}
