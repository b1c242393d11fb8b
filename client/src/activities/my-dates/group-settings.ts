import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  changeInvitationSettings,
  readInvitationSettings,
  type InvitationSettings,
  type InvitationWishes,
} from '../../api/invitation-settings.js';
import { type ApiProblem, asProblem, CHANGED_MEANWHILE } from '../../api/problem.js';
import { announcement } from '../../parts/announcement.js';
import { checkField, radioField } from '../../parts/choice-field.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { problemNotice } from '../../parts/problem-notice.js';
import { houseWords } from '../../words/words.js';
import { isNothing, unsavedOf } from './unsaved-wishes.js';

const words = houseWords.groupSettings;
const REMINDERS = ['dayBefore', 'hourBefore'] as const;
const SHOWN = ['showsLabel', 'showsDialIn'] as const;

/** What a group decides about its meetings: the waiting room, reminders, and what invitations tell. */
export class VhGroupSettings extends LightElement {
  @property({ attribute: false }) groupId = '';
  /** Counted up by the parent when something else was changed about the group. */
  @property({ attribute: false }) round = 0;

  /** What was chosen and is not saved yet. */
  @state() private chosen: Partial<InvitationWishes> = {};
  @state() private busy = false;
  @state() private done: string | undefined;
  @state() private problem: ApiProblem | string | undefined;

  private readonly settings = new Task(this, {
    task: ([groupId], { signal }) => readInvitationSettings(groupId, signal),
    args: () => [this.groupId, this.round] as const,
  });

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="group-settings-title">
      <h2 id="group-settings-title">${words.title}</h2>
      <p>${words.why}</p>
      ${announcement(this.done)} ${this.problem ? problemNotice(this.problem) : nothing}
      ${loaded(this.settings, (settings) => this.form(settings))}
    </section>`;
  }

  private form(settings: InvitationSettings): TemplateResult {
    const wishes = { ...settings, ...this.chosen };
    return html`<form @submit=${(event: SubmitEvent) => void this.save(event, settings)}>
      ${this.fields(wishes)}
      <button type="submit" ?disabled=${this.busy}>${words.save}</button>
    </form>`;
  }

  private fields({ hasWaitingRoom, reminders, ...wishes }: InvitationWishes): TemplateResult {
    return html`${radioField({
      id: 'waiting-room',
      label: words.waitingRoom,
      hint: words.waitingRoomHint,
      value: hasWaitingRoom ? 'yes' : 'no',
      choices: (['yes', 'no'] as const).map((value) => ({ value, label: words.waitingRooms[value] })),
      onInput: (value) => this.choose({ hasWaitingRoom: value === 'yes' }),
    })}
    ${checkField({
      id: 'reminders',
      label: words.reminders,
      values: reminders,
      choices: REMINDERS.map((value) => ({ value, label: words.reminder[value] })),
      onInput: (values) => this.choose({ reminders: REMINDERS.filter((each) => values.includes(each)) }),
    })}
    ${checkField({
      id: 'shown',
      label: words.shown,
      values: SHOWN.filter((each) => wishes[each]),
      choices: SHOWN.map((value) => ({ value, label: words.show[value] })),
      onInput: (values) =>
        this.choose({
          showsLabel: values.includes('showsLabel'),
          showsDialIn: values.includes('showsDialIn'),
        }),
    })}`;
  }

  private choose(chosen: Partial<InvitationWishes>): void {
    this.chosen = { ...this.chosen, ...chosen };
    this.done = undefined;
  }

  private async save(event: SubmitEvent, { version }: InvitationSettings): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    const sent = this.chosen;
    try {
      const stored = await changeInvitationSettings(this.groupId, sent, version);
      await this.settings.run();
      await this.showSaved(stored);
    } catch (caught) {
      await this.refuse(asProblem(caught), sent);
    } finally {
      this.busy = false;
    }
  }

  /** What was chosen while the house was asked stays chosen. */
  private async showSaved(stored: InvitationSettings): Promise<void> {
    this.chosen = unsavedOf(this.chosen, stored);
    this.done = isNothing(this.chosen) ? words.saved : words.savedBefore;
    await this.focusOn('.announcement');
  }

  /**
   * Another representative may have changed them: what was not chosen here is shown as it is now. Or it was this one,
   * and the answer was lost.
   */
  private async refuse(problem: ApiProblem, sent: Partial<InvitationWishes>): Promise<void> {
    const isStale = problem.status === CHANGED_MEANWHILE;
    if (isStale) await this.settings.run();
    const { value } = this.settings;
    if (isStale && value && !isNothing(sent) && isNothing(unsavedOf(sent, value)))
      return this.showSaved(value);
    this.problem = isStale ? words.stale : problem;
    await this.focusOn('[role=alert]');
  }
}

define('vh-group-settings', VhGroupSettings);

declare global {
  interface HTMLElementTagNameMap {
    'vh-group-settings': VhGroupSettings;
  }
}
