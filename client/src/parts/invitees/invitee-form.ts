import { Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { deleteKeptList, invite, readKeptList, writeKeptList, type InvitedTo } from '../../api/invitees.js';
import { ApiProblem, asProblem, isLost } from '../../api/problem.js';
import type { InvitedCounts, InviteeInput, KeptList } from '../../api/invitee-shapes.js';
import type { Occurrence } from '../../api/shapes.js';
import { houseWords } from '../../words/words.js';
import { announcement } from '../announcement.js';
import { radioField } from '../choice-field.js';
import { define } from '../define.js';
import { labelled } from '../field.js';
import { LightElement } from '../light-element.js';
import { loaded } from '../loaded.js';
import { addressesRefused } from './addresses-refused.js';
import './invitation-preview.js';
import { invitedTo, scopesOf, type InviteScope } from './invited-to.js';
import { keepField, keptNext, markPutIn, typedAs, useKept } from './kept-list.js';
import type { KeptListWishes, SentForm } from './kept-list.js';
import { scopeInWords } from './scope-in-words.js';
import { MOST_INVITEES, splitAddresses } from './split-addresses.js';

const words = houseWords.invite;
const NOTHING_KEPT: KeptList = { items: [], keep: false, version: 0 };

/**
 * Addresses to invite to one date or to its whole series. Whatever the house refuses, the typed text stays untouched.
 *
 * @event vh-invited - the house has taken the addresses; detail `{ invited, alreadyInvited, typed, notKept }`: `typed`
 *   addresses stand in the form still, `notKept` says that the list for the next time was not taken
 * @event vh-sending - the house is asked, or that is over; detail `{ busy, lost }`: `lost` when its answer did not come
 * @event vh-typed - what is typed has changed; detail `{ count, occurrence }`, the addresses in it and what they are for
 */
export class VhInviteeForm extends LightElement {
  @property({ attribute: false }) occurrence: Occurrence | undefined;

  @state() private scope: InviteScope | undefined;
  @state() private text = '';
  @state() private keeps: boolean | undefined;
  @state() private asksToDelete = false;
  @state() private busy = false;
  @state() private problem: ApiProblem | string | undefined;
  @state() private done: string | undefined;

  /** The kept addresses that were put into the form; without a list whoever stands in it counts as typed. */
  private putIn: InviteeInput[] = [];
  private readonly kept = new Task(this, {
    task: ([groupId], { signal }): KeptList | Promise<KeptList> =>
      groupId ? readKeptList(groupId, signal) : NOTHING_KEPT,
    args: () => [this.occurrence?.groupId] as const,
  });

  private readonly keptWishes: KeptListWishes = {
    use: () => void this.useKept(),
    choose: (keeps) => {
      this.keeps = keeps;
    },
    ask: () => void this.askToDelete(true, '#delete-kept'),
    stay: () => void this.askToDelete(false, '.ask-delete'),
    delete: () => void this.deleteKept(),
  };

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('occurrence');
    if (changed.has('occurrence') && before?.id !== this.occurrence?.id) this.scope = undefined;
  }

  override updated(changed: PropertyValues): void {
    const { busy, problem } = this;
    const lost = problem instanceof ApiProblem && isLost(problem);
    if (changed.has('busy')) this.wish('vh-sending', { busy, lost });
    if (!changed.has('text')) return;
    this.wish('vh-typed', { count: splitAddresses(this.text).length, occurrence: this.occurrence });
  }

  override render(): unknown {
    return this.occurrence ? this.form(this.occurrence) : nothing;
  }

  private form(occurrence: Occurrence): TemplateResult {
    const count = splitAddresses(this.text).length;
    return html`<form id="invite-form" @submit=${this.send}>
        ${announcement(this.done)} ${this.problem ? addressesRefused(this.problem) : nothing}
        ${occurrence.isSeries ? this.scopeField(occurrence) : nothing}
        ${this.text === '' ? loaded(this.kept, (kept) => useKept(kept, this.keptWishes)) : nothing}
        ${this.addresses()}
        <p role="status" class="hint">${count > 0 ? words.count(count) : nothing}</p>
        ${this.keepField()}
        <button class="big-button" ?disabled=${this.busy}>${words.send}</button>
      </form>
      <vh-invitation-preview .to=${this.to(occurrence)}></vh-invitation-preview>`;
  }

  private scopeField(occurrence: Occurrence): TemplateResult {
    return radioField({
      id: 'invite-scope',
      label: words.which,
      hint: words.scopeHint,
      value: this.scopeFor(occurrence),
      choices: scopesOf(occurrence).map((scope) => ({
        value: scope,
        label: scopeInWords(scope, occurrence),
      })),
      onInput: (chosen) => {
        this.scope = chosen === 'series' ? 'series' : 'date';
      },
    });
  }

  private addresses(): TemplateResult {
    return labelled(
      { id: 'invite-addresses', label: words.addresses, hint: words.addressesHint },
      html`<textarea
        id="invite-addresses"
        name="invite-addresses"
        rows="6"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby="invite-addresses-hint"
        .value=${this.text}
        @input=${this.typed}
      ></textarea>`,
    );
  }

  private keepField(): unknown {
    const kept = this.kept.value;
    if (!kept) return nothing;
    const facts = { kept, keeps: this.keeps ?? kept.keep, isAsked: this.asksToDelete, busy: this.busy };
    return keepField(facts, this.keptWishes);
  }

  private scopeFor(occurrence: Occurrence): InviteScope {
    return this.scope ?? (occurrence.isSeries ? 'series' : 'date');
  }

  private to(occurrence: Occurrence): InvitedTo {
    return invitedTo(occurrence, this.scopeFor(occurrence));
  }

  private readonly typed = (event: InputEvent): void => {
    this.write((event.target as HTMLTextAreaElement).value);
  };

  /** An empty form is as if nothing had been put into it. */
  private write(text: string): void {
    this.text = text;
    if (text.trim() === '') this.putIn = [];
  }

  /** As the list is by now: somebody may have gone off it since the page was opened. */
  private async useKept(): Promise<void> {
    await this.kept.run();
    const items = this.kept.value?.items;
    if (items && this.text === '') {
      this.text = typedAs(items);
      this.putIn = items;
    }
    await this.focusOn(items ? '#invite-addresses' : '[role=alert]');
  }

  private readonly send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { occurrence, text } = this;
    const invitees = splitAddresses(text);
    if (this.busy || !occurrence) return;
    if (invitees.length === 0) return this.refuse(words.empty);
    if (invitees.length > MOST_INVITEES) return this.refuse(words.tooMany(MOST_INVITEES));
    await this.work(async () => {
      const { putIn } = this;
      const answer = await invite(this.to(occurrence), markPutIn(invitees, putIn));
      // What was typed meanwhile stays.
      if (this.text === text) this.write('');
      const notKept = await this.keep(occurrence.groupId, { putIn, invited: invitees });
      this.wish('vh-invited', { ...answer, typed: splitAddresses(this.text).length, notKept });
    });
  };

  /** The invitations have left: why the list was not kept, or not deleted, is told, and changes nothing about them. */
  private async keep(groupId: string, sent: SentForm): Promise<string | undefined> {
    const kept = this.kept.value ?? NOTHING_KEPT;
    const keeps = this.keeps ?? kept.keep;
    if (!keeps && !kept.keep) return undefined;
    try {
      await (keeps ? this.keepNext(groupId, sent) : deleteKeptList(groupId));
      void this.kept.run();
      return undefined;
    } catch (caught) {
      return [keeps ? words.notKept : words.notDeleted, asProblem(caught).body.detail]
        .filter(Boolean)
        .join(' ');
    }
  }

  /** A list that a colleague has deleted since stays deleted. */
  private async keepNext(groupId: string, sent: SentForm): Promise<void> {
    const { items, keep, version } = await readKeptList(groupId);
    if (this.keeps ?? keep) await writeKeptList(groupId, { items: keptNext(items, sent), version });
  }

  private async askToDelete(asks: boolean, focus: string): Promise<void> {
    this.asksToDelete = asks;
    await this.focusOn(focus);
  }

  private async deleteKept(): Promise<void> {
    const groupId = this.occurrence?.groupId;
    if (this.busy || !groupId) return;
    await this.work(async () => {
      await deleteKeptList(groupId);
      [this.keeps, this.putIn] = [undefined, []];
      await this.kept.run();
      this.asksToDelete = false;
      this.done = words.keptDeleted;
      await this.focusOn('.announcement');
    });
  }

  private async work(what: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.done = undefined;
    this.problem = undefined;
    try {
      await what();
    } catch (caught) {
      await this.refuse(asProblem(caught));
    } finally {
      this.busy = false;
    }
  }

  private async refuse(problem: ApiProblem | string): Promise<void> {
    this.problem = problem;
    await this.focusOn('[role=alert]');
  }
}

define('vh-invitee-form', VhInviteeForm);

declare global {
  interface HTMLElementTagNameMap {
    'vh-invitee-form': VhInviteeForm;
  }
  interface HTMLElementEventMap {
    'vh-invited': CustomEvent<InvitedCounts & { typed: number; notKept?: string | undefined }>;
    'vh-sending': CustomEvent<{ busy: boolean; lost: boolean }>;
    'vh-typed': CustomEvent<{ count: number; occurrence: Occurrence | undefined }>;
  }
}
