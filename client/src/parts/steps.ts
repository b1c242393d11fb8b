import { html, nothing, type TemplateResult } from 'lit';

export interface Steps {
  label: string;
  names: string[];
  /** Index of the step the person is at. */
  current: number;
}

/** Where a person is on a short way. */
export function steps({ label, names, current }: Steps): TemplateResult {
  return html`<ol class="steps" aria-label=${label}>
    ${names.map(
      (name, index) =>
        html`<li class=${index < current ? 'done' : ''} aria-current=${index === current ? 'step' : nothing}>
          ${name}
        </li>`,
    )}
  </ol>`;
}
