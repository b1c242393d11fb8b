import { html, nothing, type TemplateResult } from 'lit';
import type { ContactPoint } from '../api/shapes.js';
import { commonWords, houseWords as words } from '../words/words.js';
import type { Inside } from './house-flow.js';

export interface SignedIn {
  name: string;
  leave: () => void;
}

export function pageHead(contactPoint: ContactPoint, signedIn: SignedIn | undefined): TemplateResult {
  return html`<header class="page-head" aria-label=${words.head}>
    <p class="which">
      <strong>${commonWords.house}</strong><br /><span class="hint">${contactPoint.name}</span>
    </p>
    ${
      signedIn
        ? html`<p class="who">
            <span class="hint">${words.signedInAs(signedIn.name)}</span>
            <button type="button" @click=${signedIn.leave}>${words.signOut}</button>
          </p>`
        : nothing
    }
  </header>`;
}

/** Who represents several groups reads above each screen which of them it is about. */
export function screenOfGroup({ groups, groupId }: Inside, screen: TemplateResult): TemplateResult {
  const label = groups.length > 1 ? groups.find(({ id }) => id === groupId)?.label : undefined;
  return html`<div role=${label ? 'group' : nothing} aria-labelledby=${label ? 'group-at-hand' : nothing}>
    ${label ? html`<p id="group-at-hand"><strong>${label}</strong></p>` : nothing} ${screen}
  </div>`;
}

export function pageFoot({
  phone,
  email,
  openingHours,
  imprintUrl,
  privacyUrl,
}: ContactPoint): TemplateResult {
  return html`<footer class="page-foot" aria-label=${words.help}>
    <p>
      ${words.questions} ${phone ? html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>` : nothing}
      ${email ? html`<a href="mailto:${email}">${breakable(email)}</a>` : nothing}
      ${openingHours ? html`<span class="hint">${openingHours}</span>` : nothing}
    </p>
    <nav>${outLink(imprintUrl, words.imprint)} ${outLink(privacyUrl, words.privacy)}</nav>
  </footer>`;
}

/** On a small phone an address breaks behind its @, not within a word. */
function breakable(email: string): TemplateResult {
  const host = email.indexOf('@') + 1;
  return html`${email.slice(0, host)}<wbr />${email.slice(host)}`;
}

function outLink(url: string | null | undefined, text: string): unknown {
  // Typed by the contact point's team: nothing but a web address may become a link.
  if (!url || !/^(https?:\/)?\//.test(url)) return nothing;
  const newWindow = html`<span class="visually-hidden"> (${commonWords.newWindow})</span>`;
  return html`<a href=${url} target="_blank" rel="noopener">${text}${newWindow}</a>`;
}
