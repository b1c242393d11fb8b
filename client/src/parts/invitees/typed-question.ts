import { html, type TemplateResult } from 'lit';
import { houseWords } from '../../words/words.js';

const words = houseWords.invite;

export interface TypedAddresses {
  typed: number;
  /** They are being sent. */
  sending: boolean;
}

/** Addresses were typed: they must not vanish without a word. Stands beside the form that would send them. */
export function typedQuestion({ typed, sending }: TypedAddresses, leave: () => void): TemplateResult {
  return html`<div class="warning question" role="group" aria-labelledby="typed-question">
    <p id="typed-question" tabindex="-1"><strong>${words.typed(typed)}</strong></p>
    <p>${words.typedMeans}</p>
    <div class="buttons">
      <button form="invite-form" ?disabled=${sending}>${words.send}</button>
      <button type="button" ?disabled=${sending} @click=${leave}>${words.withoutInviting}</button>
    </div>
  </div>`;
}
