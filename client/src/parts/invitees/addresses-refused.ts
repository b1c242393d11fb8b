import { html, type TemplateResult } from 'lit';
import { badAddressesOf, type ApiProblem } from '../../api/problem.js';
import { houseWords } from '../../words/words.js';
import { problemNotice } from '../problem-notice.js';

const words = houseWords.invite;

/** Why nobody was invited; addresses that are wrong are named one by one. */
export function addressesRefused(problem: ApiProblem | string): TemplateResult {
  const bad = typeof problem === 'string' ? [] : badAddressesOf(problem);
  if (bad.length === 0) return problemNotice(problem);
  return html`<div class="error" role="alert" tabindex="-1">
    <p>${words.badTitle}</p>
    <ul>
      ${bad.map(({ email, reason }) => html`<li><strong>${email}</strong>: ${reason}</li>`)}
    </ul>
  </div>`;
}
