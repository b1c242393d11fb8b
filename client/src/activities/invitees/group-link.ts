import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { readGroupLink, renewGroupLink } from '../../api/invitees.js';
import { asProblem, unlessDone, type ApiProblem } from '../../api/problem.js';
import type { GroupLink } from '../../api/invitee-shapes.js';
import { announcement } from '../../parts/announcement.js';
import { copied } from '../../parts/copied.js';
import { dayInWords } from '../../parts/date-words.js';
import { define } from '../../parts/define.js';
import { labelled } from '../../parts/field.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { wallTimeOf } from '../../parts/local-time.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { houseWords } from '../../words/words.js';

const words = houseWords.groupLink;
const FIELD = { id: 'group-link', label: words.address, hint: words.addressHint };

/** The permanent link of the group: to copy, to tell, and to replace when strangers know it. */
export class VhGroupLink extends LightElement {
  @property({ attribute: false }) groupId = '';

  @state() private isAsked = false;
  @state() private busy = false;
  @state() private done: string | undefined;
  @state() private problem: ApiProblem | undefined;

  private readonly link = new Task(this, {
    task: ([groupId], { signal }) => readGroupLink(groupId, signal),
    args: () => [this.groupId] as const,
  });

  override render(): TemplateResult {
    return html`<h2>${words.title}</h2>
      <p>${words.why}</p>
      ${announcement(this.done)}
      ${loaded(this.link, (link) => this.existing(link))}`;
  }

  private existing({ url, renewedAt }: GroupLink): TemplateResult {
    // All of it is to be seen, for somebody who reads it out.
    const field = html`<div class="whole" data-text=${url}>
      <textarea
        id=${FIELD.id}
        readonly
        rows="1"
        .value=${url}
        aria-describedby="${FIELD.id}-hint"
        @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}
      ></textarea>
    </div>`;
    return html`${labelled(FIELD, field)}
      <p class="hint">${words.since(dayInWords(wallTimeOf(renewedAt).date))}</p>
      ${
        this.isAsked
          ? this.question(url)
          : html`<div class="buttons">
              <button type="button" @click=${() => void this.copy(url)}>${words.copy}</button>
              <button type="button" class="ask-renew" @click=${() => void this.ask(true, '#renew-link')}>
                ${words.renew}
              </button>
            </div>`
      }`;
  }

  private question(url: string): TemplateResult {
    return html`<div class="warning question" role="group" aria-labelledby="renew-link">
      <p id="renew-link" tabindex="-1"><strong>${words.reallyRenew}</strong></p>
      <p>${words.renewMeans}</p>
      ${this.problem ? problemNotice(this.problem) : nothing}
      <div class="buttons">
        <button type="button" class="danger" ?disabled=${this.busy} @click=${() => void this.renew(url)}>
          ${words.yesRenew}
        </button>
        <button type="button" ?disabled=${this.busy} @click=${() => void this.ask(false, '.ask-renew')}>
          ${words.noRenew}
        </button>
      </div>
    </div>`;
  }

  private async ask(isAsked: boolean, focus: string): Promise<void> {
    this.done = undefined;
    this.problem = undefined;
    this.isAsked = isAsked;
    await this.focusOn(focus);
  }

  private async copy(url: string): Promise<void> {
    // The same sentence is spoken again only if it was gone.
    this.done = undefined;
    const isCopied = await copied(url);
    this.done = isCopied ? words.copied : words.marked;
    if (!isCopied) await this.focusOn(`#${FIELD.id}`);
  }

  private async renew(before: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    try {
      await renewGroupLink(this.groupId).catch(unlessDone(() => this.otherThan(before)));
      await this.link.run();
      this.isAsked = false;
      this.done = words.renewed;
      await this.focusOn('.announcement');
    } catch (caught) {
      this.problem = asProblem(caught);
      await this.focusOn('[role=alert]');
    } finally {
      this.busy = false;
    }
  }

  /** The link as it is by now, if it is a new one; what is not known to hold is not shown. */
  private async otherThan(before: string): Promise<GroupLink | undefined> {
    await this.link.run();
    return this.link.value?.url === before ? undefined : this.link.value;
  }
}

define('vh-group-link', VhGroupLink);

declare global {
  interface HTMLElementTagNameMap {
    'vh-group-link': VhGroupLink;
  }
}
