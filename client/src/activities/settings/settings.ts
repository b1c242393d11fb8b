import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  type ApiProblem,
  asProblem,
  CHANGED_MEANWHILE,
  mayBeDone,
  refusedFieldOf,
  unlessDone,
} from '../../api/problem.js';
import { changeSettings, readSettings, type Settings } from '../../api/settings.js';
import { announcement } from '../../parts/announcement.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { problemInForm, problemNotice } from '../../parts/problem-notice.js';
import { deskWords } from '../../words/words.js';
import { settingsFields } from './settings-fields.js';
import { nextSettings, settingsClosed, type SettingsEvent, type SettingsState } from './settings-flow.js';
import { changeOf, fieldNamed, savedAs, type SettingsForm } from './settings-form.js';

const words = deskWords.settings;

/**
 * What a contact point says about itself and the rules it sets. Only what was changed is sent.
 *
 * @event vh-settings-saved - the settings were saved; no detail
 */
export class VhSettings extends LightElement {
  /** Of the contact point. */
  @property({ attribute: false }) slug = '';

  @state() private flow: SettingsState = settingsClosed;

  override render(): TemplateResult {
    const { form, problem, done, busy } = this.flow;
    return html`<section class="card" aria-labelledby="settings-title">
      <h2 id="settings-title" tabindex="-1">${words.title}</h2>
      ${announcement(done && words.done[done])}
      ${
        form
          ? this.form(form)
          : html`<p>${words.why}</p>
              ${problem ? problemNotice(problem) : nothing}
              <button type="button" class="open" ?disabled=${busy} @click=${this.open}>${words.open}</button>`
      }
    </section>`;
  }

  private form(form: SettingsForm): TemplateResult {
    const { busy, problem } = this.flow;
    const type = (typed: Partial<SettingsForm>): void => this.go({ type: 'typed', form: typed });
    const refused = fieldNamed(refusedFieldOf(problem)?.field ?? '');
    return html`<form @submit=${this.save}>
      ${settingsFields({ form, refused, type })} ${this.refusal()}
      <div class="buttons">
        <button class="big-button" ?disabled=${busy}>${words.save}</button>
        <button type="button" ?disabled=${busy} @click=${this.leave}>${words.leave}</button>
      </div>
    </form>`;
  }

  /** Beside the button that was pressed: the form is long. */
  private refusal(): unknown {
    const { problem, isStale, busy } = this.flow;
    const stale = html`<div class="warning" role="alert" tabindex="-1">
      <p>${words.stale}</p>
      <button type="button" ?disabled=${busy} @click=${this.reload}>${words.reload}</button>
    </div>`;
    const toField = (): void => void this.focusOn('[aria-invalid=true]');
    return [problem ? problemInForm(problem, { labelOf, toField }) : nothing, isStale ? stale : nothing];
  }

  private readonly open = (): Promise<void> =>
    this.run(async () => {
      this.go({ type: 'opened', settings: await readSettings(this.slug) });
      await this.focusOn('h2');
    });

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { saved, form } = this.flow;
    if (!saved || !form) return;
    const change = changeOf(saved, form);
    await this.run(async () => {
      const done = unlessDone(() => this.asTyped(form), mayBeDone);
      if (change) await changeSettings(this.slug, change, saved.version).catch(done);
      this.go(change ? { type: 'saved', as: savedAs(change) } : { type: 'unchanged' });
      if (change) this.wish('vh-settings-saved');
      await this.focusOn('.announcement');
    });
  };

  /** As the house has them by now, if that is all that was typed. */
  private async asTyped(form: SettingsForm): Promise<Settings | undefined> {
    const now = await readSettings(this.slug);
    return changeOf(now, form) ? undefined : now;
  }

  /** What the colleague saved, with what was typed here. */
  private readonly reload = (): Promise<void> =>
    this.run(async () => {
      this.go({ type: 'reloaded', settings: await readSettings(this.slug) });
      await this.focusOn('.announcement');
    });

  private readonly leave = async (): Promise<void> => {
    this.go({ type: 'left' });
    await this.focusOn('.open');
  };

  private async run(work: () => Promise<void>): Promise<void> {
    if (this.flow.busy) return;
    this.go({ type: 'sending' });
    try {
      await work();
    } catch (caught) {
      this.go(refusalOf(asProblem(caught)));
      await this.focusOn('[role=alert]');
    }
  }

  private go(event: SettingsEvent): void {
    this.flow = nextSettings(this.flow, event);
  }
}

function refusalOf(problem: ApiProblem): SettingsEvent {
  if (problem.status === CHANGED_MEANWHILE) return { type: 'wasStale' };
  return { type: 'refused', problem };
}

const labelOf = (field: string): string | undefined =>
  (words.fields as Record<string, string | undefined>)[fieldNamed(field)];

define('vh-settings', VhSettings);

declare global {
  interface HTMLElementTagNameMap {
    'vh-settings': VhSettings;
  }
  interface HTMLElementEventMap {
    'vh-settings-saved': CustomEvent;
  }
}
