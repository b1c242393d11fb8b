import { html, nothing, type TemplateResult } from 'lit';

/**
 * Says that something is done. The place is always on the page, because screen readers only speak of changes in
 * a region they already know.
 */
export function announcement(text: string | undefined): TemplateResult {
  return html`<p role="status" class=${text ? 'announcement ok' : 'announcement'} tabindex="-1">
    ${text ?? nothing}
  </p>`;
}
