import { html, nothing, type TemplateResult } from 'lit';
import type { Group } from '../../api/shapes.js';
import { houseWords } from '../../words/words.js';

const words = houseWords.representatives;

/** Everybody who represents the group, with the own address marked. */
export function whoRepresents({ representatives }: Group, ownEmail: string): TemplateResult {
  return html`<ul>
      ${representatives.map(
        ({ name, email }) =>
          html`<li>
            ${name} ${email === ownEmail ? words.you : nothing} <span class="hint address">${email}</span>
          </li>`,
      )}
    </ul>
    ${representatives.length > 1 ? html`<p class="hint">${words.othersLeave}</p>` : nothing}`;
}

interface Ways {
  ownEmail: string;
  add: () => void;
  /** With the id of the own entry. */
  leave: (id: string) => void;
}

/** What a representative can do about it; nothing while the access of the group rests or after its end. */
export function waysToChange(
  { state, representatives }: Group,
  { ownEmail, add, leave }: Ways,
): TemplateResult {
  if (state !== 'active') return html`<p class="hint">${words.notActive[state]}</p>`;
  const own = representatives.find(({ email }) => email === ownEmail);
  const isLast = representatives.length < 2;
  return html`<div class="buttons">
      <button type="button" class="ask-add" @click=${add}>${words.add}</button>
      ${
        own && !isLast
          ? html`<button type="button" class="ask-leave" @click=${() => leave(own.id)}>${words.leave}</button>`
          : nothing
      }
    </div>
    ${isLast ? html`<p class="hint">${words.leaveLast}</p>` : nothing}`;
}
