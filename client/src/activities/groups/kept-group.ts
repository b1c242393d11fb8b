import { html, nothing } from 'lit';
import type { Group } from '../../api/shapes.js';
import { dayInWords } from '../../parts/date-words.js';
import { deskWords } from '../../words/words.js';

const words = deskWords.groups;

/** The day on which a group goes that nobody uses, and the button that keeps it. What has ended is not kept. */
export function keptGroup(
  { deletedOn, label, state }: Group,
  { busy, keep }: { busy: boolean; keep: () => void },
): unknown {
  if (!deletedOn) return nothing;
  const day = dayInWords(deletedOn);
  if (state === 'ended') return html`<p class="hint">${words.deletedOn(day)}</p>`;
  return html`<p class="hint">${words.deletedUnlessUsed(day)}</p>
    <div class="buttons">
      <button type="button" class="keep" ?disabled=${busy} @click=${keep}>
        ${words.acts.keep}<span class="visually-hidden">${words.of(label)}</span>
      </button>
    </div>`;
}
