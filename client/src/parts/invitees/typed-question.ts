import { html, type TemplateResult } from 'lit';
import { houseWords } from '../../words/words.js';

const words = houseWords.invite;

/** Addresses were typed: they must not vanish without a word. Stands beside the form that would send them. */
export function typedQuestion(typed: number, leave: () => void): TemplateResult {
  return html`<div class="warning question" role="group" aria-labelledby="typed-question">
    <p id="typed-question" tabindex="-1"><strong>${words.typed(typed)}</strong></p>
    <p>${words.typedMeans}</p>
    <div class="buttons">
      <button form="invite-form">${words.send}</button>
      <button type="button" @click=${leave}>${words.withoutInviting}</button>
    </div>
  </div>`;
}
