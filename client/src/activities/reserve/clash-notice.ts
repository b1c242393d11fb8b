import { html, type TemplateResult } from 'lit';
import type { Alternative, Clash } from '../../api/shapes.js';
import { periodInWords } from '../../parts/date-words.js';
import { houseWords } from '../../words/words.js';
import { waysOut } from './ways-out.js';

const words = houseWords.reserve;

/** A clash said plainly, with every way out as a button. */
export function clashNotice(clashes: Clash[], take: (alternative: Alternative) => void): TemplateResult {
  return html`<div class="warning" role="alert" tabindex="-1">
    <h2>${words.clashTitle}</h2>
    ${clashes.map((clash) => oneClash(clash, take))}
  </div>`;
}

function oneClash(clash: Clash, take: (alternative: Alternative) => void): TemplateResult {
  const alternatives = waysOut(clash);
  return html`<p>${periodInWords(clash)}: ${words.verdicts[clash.verdict]}</p>
    ${
      alternatives.length === 0
        ? html`<p>${words.noAlternative}</p>`
        : html`<p>${words.insteadOf}</p>
            <div class="buttons">${alternatives.map((alternative) => wayOut(alternative, take))}</div>`
    }`;
}

function wayOut(alternative: Alternative, take: (alternative: Alternative) => void): TemplateResult {
  const label =
    'time' in alternative ? words.takeTime(alternative.time) : words.takeRoom(alternative.roomName);
  return html`<button type="button" @click=${() => take(alternative)}>${label}</button>`;
}
