import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '../activities/agree/agree.js';
import '../activities/sign-in/sign-in.js';
import { houseWords as words } from '../words/words.js';
import type { HouseState, Inside } from './house-flow.js';

export interface DoorWishes {
  contactPoint: string;
  entered: () => void;
}

/** What stands before whoever is outside: why, and the way in. */
export function door({ farewell, inside, tries }: HouseState, wishes: DoorWishes): TemplateResult {
  return html`<div class="door">
    ${farewell === 'ended' ? html`<p class="warning" role="status">${words.sessionEnded}</p>` : nothing}
    ${farewell === 'signedOut' ? html`<p class="ok" role="status" tabindex="-1">${words.signedOut}</p>` : nothing}
    ${farewell === 'gaveUp' ? html`<p class="ok" role="status" tabindex="-1">${words.gaveUp}</p>` : nothing}
    ${keyed(
      tries,
      html`<vh-sign-in
        .contactPoint=${wishes.contactPoint}
        .email=${inside?.email ?? ''}
        @vh-signed-in=${wishes.entered}
      ></vh-sign-in>`,
    )}
  </div>`;
}

export interface RulesWishes {
  agreed: () => void;
  changed: () => void;
}

/** What stands before whoever has come in, and has not agreed yet. */
export function rules({ agreements, haveRulesChanged }: Inside, wishes: RulesWishes): TemplateResult {
  return html`<vh-agree
    .agreements=${agreements}
    .haveChanged=${haveRulesChanged}
    @vh-rules-changed=${wishes.changed}
    @vh-agreed=${wishes.agreed}
  ></vh-agree>`;
}
