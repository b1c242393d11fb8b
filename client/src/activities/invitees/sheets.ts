import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readSheet } from '../../api/invitees.js';
import { asProblem, type ApiProblem } from '../../api/problem.js';
import type { Occurrence } from '../../api/shapes.js';
import { announcement } from '../../parts/announcement.js';
import { define } from '../../parts/define.js';
import { invitedTo, scopesOf, type InviteScope } from '../../parts/invitees/invited-to.js';
import { LightElement } from '../../parts/light-element.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { houseWords } from '../../words/words.js';

const words = houseWords.invite;

/** Sheets of paper for those who have no e-mail: of one date, and of its series. */
export class VhSheets extends LightElement {
  @property({ attribute: false }) occurrence: Occurrence | undefined;

  @state() private busy = false;
  @state() private isSaved = false;
  @state() private problem: ApiProblem | undefined;

  override render(): unknown {
    return this.occurrence ? this.section(this.occurrence) : nothing;
  }

  private section(occurrence: Occurrence): TemplateResult {
    return html`<h2>${words.paperTitle}</h2>
      <p>${words.sheetWhy}</p>
      ${announcement(this.isSaved ? words.sheetSaved : undefined)}
      ${this.problem ? problemNotice(this.problem) : nothing}
      <div class="buttons">${scopesOf(occurrence).map((scope) => this.button(occurrence, scope))}</div>`;
  }

  private button(occurrence: Occurrence, scope: InviteScope): TemplateResult {
    return html`<button
      type="button"
      ?disabled=${this.busy}
      @click=${() => void this.save(occurrence, scope)}
    >
      ${occurrence.isSeries ? words.sheets[scope] : words.sheet}
    </button>`;
  }

  private async save(occurrence: Occurrence, scope: InviteScope): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    this.isSaved = false;
    try {
      download(await readSheet(invitedTo(occurrence, scope)));
      this.isSaved = true;
      await this.focusOn('.announcement');
    } catch (caught) {
      this.problem = asProblem(caught);
      await this.focusOn('[role=alert]');
    } finally {
      this.busy = false;
    }
  }
}

/** How long a slow phone may take to write the file. */
const FORGET_AFTER_MS = 60_000;

function download(file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = words.sheetFile;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, FORGET_AFTER_MS);
}

define('vh-sheets', VhSheets);

declare global {
  interface HTMLElementTagNameMap {
    'vh-sheets': VhSheets;
  }
}
