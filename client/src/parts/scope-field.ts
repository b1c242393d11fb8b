import type { TemplateResult } from 'lit';
import type { Scope } from '../api/shapes.js';
import { houseWords } from '../words/words.js';
import { radioField } from './choice-field.js';

export interface ScopeField {
  id: string;
  label: string;
  value: Scope;
  onInput: (scope: Scope) => void;
}

const SCOPES: Scope[] = ['one', 'following', 'all'];

/** How much of a series a change is about. */
export function scopeField({ id, label, value, onInput }: ScopeField): TemplateResult {
  return radioField({
    id,
    label,
    value,
    choices: SCOPES.map((scope) => ({ value: scope, label: houseWords.scope[scope] })),
    onInput: (chosen) => {
      onInput(SCOPES.find((scope) => scope === chosen) ?? 'one');
    },
  });
}
