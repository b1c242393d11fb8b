import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { asProblem, isLost, mayBeOutdated } from '../../api/problem.js';
import type { GroupChoice, Occurrence, Scope } from '../../api/shapes.js';
import { findGroups } from '../../api/sign-ins.js';
import { announcement } from '../../parts/announcement.js';
import { define } from '../../parts/define.js';
import { selectField } from '../../parts/field.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { houseWords } from '../../words/words.js';
import {
  isOfSeveral,
  nextAct,
  nothingDone,
  type Act,
  type ActEvent,
  type ActState,
  type Question,
} from './act-flow.js';
import * as acts from './acts.js';
import './calendar-address.js';
import './group-settings.js';
import type { DateWishes } from './date-card.js';
import { dateList } from './date-list.js';
import { FreshDates } from './fresh-dates.js';
import './representatives.js';
import type { Listed } from './unless-they-stand.js';

const words = houseWords.dates;

/**
 * The coming dates of a group: enter, invite, move, cancel, reserve.
 *
 * @event vh-group-chosen - another group; detail `{ groupId }`
 * @event vh-groups-read - the page looked again whether the groups may use the house; detail `{ groups }`
 * @event vh-all-dates-shown - the person wants to see more than the first dates; no detail
 * @event vh-reserve - the person wants a room; no detail
 * @event vh-show-invitees - the invitees of one date; detail `{ occurrence }`
 * @event vh-move - the person wants to move a date; detail `{ occurrence }`
 * @event vh-date-changed - something was changed about a date; no detail
 * @event vh-left-group - the person represents a group no more; detail `{ groupId }`
 */
export class VhMyDates extends LightElement {
  @property({ attribute: false }) groups: GroupChoice[] = [];
  @property({ attribute: false }) groupId = '';
  /** Slug of the contact point. */
  @property({ attribute: false }) contactPoint = '';
  /** Address of who is signed in. */
  @property({ attribute: false }) email = '';
  /** Counted up by the parent when somebody came in. */
  @property({ attribute: false }) round = 0;
  /** Not only the first dates are shown. The parent remembers it. */
  @property({ attribute: false }) showsAll = false;

  @state() private act: ActState = nothingDone;
  /** Changes of the group beside its settings. */
  @state() private changes = 0;

  private readonly dates = new FreshDates(
    this,
    () => ({ groupId: this.groupId, round: this.round, mayLook: this.isAtRest() }),
    () => void findGroups().then((groups) => groups && this.wish('vh-groups-read', { groups })),
  );

  private readonly wishes: DateWishes = {
    showInvitees: (occurrence) => this.wish('vh-show-invitees', { occurrence }),
    move: (occurrence) => this.wish('vh-move', { occurrence }),
    ask: (occurrence, about) => void this.ask(occurrence, about),
    chooseScope: (scope) => this.go({ type: 'scoped', scope }),
    keep: (occurrence) => void this.keep(occurrence),
    cancel: (occurrence) => {
      const { scope } = this.act;
      void this.run(occurrence, 'cancel', (list) => acts.cancelling({ occurrence, scope }, list));
    },
    changeRoom: (occurrence) => void this.run(occurrence, 'changeRoom', () => acts.changingRoom(occurrence)),
    restore: (occurrence) => this.restore(occurrence, 'one'),
    restoreSeveral: (occurrence, scope) => this.restore(occurrence, scope),
    restoreOthers: (occurrence, taken) => {
      const { scope } = this.act.undo ?? this.act;
      this.restore(occurrence, scope, (at, list) => acts.restoringOthers(at, taken, list));
    },
    takeUp: (occurrence, other) =>
      void this.run(occurrence, 'takeUp', (list) => acts.takingUp(occurrence, other, list)),
    reserveInstead: (occurrence, other) =>
      void this.run(occurrence, 'reserveInstead', () => acts.reservingInstead(occurrence, other)),
    reserve: () => this.wish('vh-reserve'),
    extend: (occurrence) => void this.run(occurrence, 'extend', () => acts.extending(occurrence)),
  };

  override render(): TemplateResult {
    const state = this.groupState();
    return html`<h1 tabindex="-1">${words.title}</h1>
      ${this.groups.length > 1 ? this.groupField() : nothing} ${announcement(this.isAtDate() ? undefined : this.act.done)}
      ${
        state === 'active'
          ? html`<button type="button" class="big-button" @click=${this.wishes.reserve}>
              ${words.reserve}
            </button>`
          : html`<p class="warning">${words.notActive[state]}</p>`
      }
      <h2>${words.upcoming}</h2>
      ${loaded(this.dates, (dates) => this.list(dates))} ${keyed(this.groupId, this.aboutGroup())}`;
  }

  /** New for each group: nothing of one may be read, or answered to, as if it were of another. */
  private aboutGroup(): TemplateResult {
    const isActive = this.groupState() === 'active';
    return html`<vh-group-settings
        ?hidden=${!isActive}
        .groupId=${this.groupId}
        .round=${this.round + this.changes}
      ></vh-group-settings>
      <vh-representatives
        .contactPoint=${this.contactPoint}
        .groupId=${this.groupId}
        .access=${this.groupState()}
        .email=${this.email}
        .round=${this.round}
        @vh-representatives-changed=${() => this.changes++}
        @vh-left-group=${this.leaveGroup}
      ></vh-representatives>
      <vh-calendar-address .groupId=${this.groupId} .round=${this.round}></vh-calendar-address>`;
  }

  /** Said at the card of the date, if there is one. */
  private isAtDate(): boolean {
    return this.dates.value?.some(({ id }) => id === this.act.id) === true;
  }

  /** Where there is another group the page stays, and says at its head what has happened. */
  private readonly leaveGroup = async (event: HTMLElementEventMap['vh-left-group']): Promise<void> => {
    const { groupId } = event.detail;
    const label = this.groups.find(({ id }) => id === groupId)?.label ?? '';
    this.act = { ...nothingDone, done: houseWords.representatives.left(label) };
    // Said from here: what is about another group than the one at hand is not on the page any more.
    event.stopPropagation();
    this.wish('vh-left-group', { groupId });
    await this.focusOn('.announcement');
  };

  private groupField(): TemplateResult {
    return selectField({
      id: 'my-dates-group',
      label: words.group,
      value: this.groupId,
      choices: this.groups.map(({ id, label }) => ({ value: id, label })),
      onInput: (groupId) => {
        this.act = nothingDone;
        this.showsAll = false;
        this.wish('vh-group-chosen', { groupId });
      },
    });
  }

  private list(dates: Occurrence[]): TemplateResult {
    const { act, wishes, showsAll } = this;
    const isActive = this.groupState() === 'active';
    const none = isActive ? words.noneYet : words.none;
    const showAll = (from: Occurrence): void => void this.showAll(from);
    return dateList({ dates, none, act, wishes, isActive, showsAll, showAll });
  }

  private async showAll({ id }: Occurrence): Promise<void> {
    this.showsAll = true;
    this.wish('vh-all-dates-shown');
    await this.focusOn(`#date-${CSS.escape(id)} h3`);
  }

  private async ask(occurrence: Occurrence, act: Question): Promise<void> {
    this.go({ type: 'asked', id: occurrence.id, act });
    await this.focusOn(`#question-${CSS.escape(occurrence.id)}`);
  }

  private async keep({ id }: Occurrence): Promise<void> {
    const { act = '', problem } = this.act;
    const card = `#date-${CSS.escape(id)}`;
    this.go({ type: 'kept' });
    if (!problem || !isLost(problem)) return this.focusOn(`${card} .ask-${act}`);
    // It may be done all the same.
    await this.dates.run();
    const hasGoneOn = this.act !== nothingDone || document.activeElement !== document.body;
    if (!hasGoneOn) await this.focusOn(`${card} h3, [role=alert]`);
  }

  private restore(occurrence: Occurrence, scope: Scope, work = acts.restoring): void {
    this.go({ type: 'scoped', scope });
    void this.run(occurrence, 'restore', (list) => work({ occurrence, scope }, list));
  }

  private async run({ id }: Occurrence, act: Act, work: (list: Listed) => Promise<ActEvent>): Promise<void> {
    if (this.act.busy) return;
    const { groupId } = this;
    let look: Promise<void> | undefined;
    const lookOnce = (): Promise<void> => (look ??= this.dates.lookAgain());
    const dates = (): Occurrence[] => this.dates.value ?? [];
    // Another group may be chosen before the answer comes: then it is no word about that one.
    const isOver = (): boolean => this.groupId !== groupId;
    this.go({ type: 'sending', id, act });
    try {
      const done = await work({ before: dates(), lookAgain: () => lookOnce().then(dates) });
      this.wish('vh-date-changed');
      if (isOver()) return;
      this.go(done);
      void this.dates.run();
      await this.focusOn('.announcement.ok');
    } catch (caught) {
      const problem = asProblem(caught);
      // Somebody else may have changed the date (412): the list must show what is true now.
      const looking = lookOnce();
      if (isLost(problem) || mayBeOutdated(problem)) await looking;
      if (isOver()) return;
      this.go({ type: 'refused', problem });
      const place = isOfSeveral(this.act) ? '.undo' : `#date-${CSS.escape(id)}`;
      await this.focusOn(`${place} [role=alert]`);
    }
  }

  /** Nothing may change under a question, nor behind the sign-in form. */
  private isAtRest(): boolean {
    const { act, busy } = this.act;
    return !busy && act !== 'cancel' && act !== 'changeRoom' && !this.closest('[hidden]');
  }

  private groupState(): GroupChoice['state'] {
    return this.groups.find(({ id }) => id === this.groupId)?.state ?? 'ended';
  }

  private go(event: ActEvent): void {
    this.act = nextAct(this.act, event);
  }
}

define('vh-my-dates', VhMyDates);

declare global {
  interface HTMLElementTagNameMap {
    'vh-my-dates': VhMyDates;
  }
  interface HTMLElementEventMap {
    'vh-group-chosen': CustomEvent<{ groupId: string }>;
    'vh-groups-read': CustomEvent<{ groups: GroupChoice[] }>;
    'vh-all-dates-shown': CustomEvent;
    'vh-reserve': CustomEvent;
    'vh-show-invitees': CustomEvent<{ occurrence: Occurrence }>;
    'vh-move': CustomEvent<{ occurrence: Occurrence }>;
    'vh-date-changed': CustomEvent;
  }
}
