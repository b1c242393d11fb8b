import { html, type TemplateResult } from 'lit';
import type { Alternative, Clash } from '../../api/shapes.js';
import { houseWords } from '../../words/words.js';
import { periodInWords } from '../date-words.js';
import { waysOut } from './ways-out.js';

const words = houseWords.settling;

export interface ClashNotice {
  clashes: Clash[];
  /** What a press on a way out does, as a sentence. */
  lead: string;
  busy: boolean;
  take: (alternative: Alternative) => void;
}

/** A clash of one date said plainly, with every way out as a button. */
export function clashNotice(notice: ClashNotice): TemplateResult {
  return html`<div class="warning" role="alert" tabindex="-1">
    <h2>${words.clashTitle}</h2>
    ${notice.clashes.map((clash) => oneClash(clash, notice))}
  </div>`;
}

function oneClash(clash: Clash, { lead, busy, take }: ClashNotice): TemplateResult {
  const alternatives = waysOut(clash);
  const wayOut = (alternative: Alternative): TemplateResult =>
    html`<button type="button" ?disabled=${busy} @click=${() => take(alternative)}>
      ${wayOutInWords(alternative)}
    </button>`;
  return html`<p>${periodInWords(clash)}: ${words.verdicts[clash.quotaFault ?? clash.verdict]}</p>
    ${
      alternatives.length === 0
        ? html`<p>${words.noAlternative}</p>`
        : html`<p>${lead}</p>
            <div class="buttons">${alternatives.map(wayOut)}</div>`
    }`;
}

export function wayOutInWords(alternative: Alternative): string {
  return 'time' in alternative ? words.takeTime(alternative.time) : words.takeRoom(alternative.roomName);
}
