import { Task } from '@lit/task';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { letOpen, readInvitees, resend, withdraw, type InvitedTo } from '../../api/invitees.js';
import { asProblem, GONE, unlessDone, type ApiProblem } from '../../api/problem.js';
import type { Invitee } from '../../api/invitee-shapes.js';
import type { Occurrence } from '../../api/shapes.js';
import { houseWords } from '../../words/words.js';
import { announcement } from '../announcement.js';
import { define } from '../define.js';
import { LightElement } from '../light-element.js';
import { loaded } from '../loaded.js';
import { invitedTo, scopesOf, type InviteScope } from './invited-to.js';
import { nextInvitee, nothingDone, type InviteeEvent, type InviteeState } from './invitee-flow.js';
import { hasOtherMail } from './other-mail.js';
import { inviteeRow, nameOf, type InviteeWishes } from './invitee-row.js';
import { listTitleOf } from './scope-in-words.js';

const words = houseWords.invite;

/** Mails leave within seconds; a few looks are enough to see them go. */
const LOOK_AGAIN_MS = 4_000;
const MOST_LOOKS = 5;

interface Invited {
  scope: InviteScope;
  to: InvitedTo;
  invitees: Invitee[];
}

/** Who is invited to one date and to its series, how far each mail has come, and what can be done about it. */
export class VhInviteeList extends LightElement {
  @property({ attribute: false }) occurrence: Occurrence | undefined;
  /** Whether the group may use the house. */
  @property({ attribute: false }) isActive = true;
  /** Counted up by the parent when somebody was added. */
  @property({ attribute: false }) round = 0;

  @state() private flow: InviteeState = nothingDone;

  private looks = 0;
  /** What stays when the house does not answer, looked at again without having been asked to. */
  private kept: Invited[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly invited = new Task(this, {
    task: ([occurrence], { signal }) => this.read(occurrence, signal),
    args: () => [this.occurrence, this.round] as const,
    onComplete: (lists) => {
      this.lookAgain(lists.flatMap(({ invitees }) => invitees));
    },
  });

  override render(): TemplateResult {
    return html`${announcement(this.flow.done)}
    ${loaded(this.invited, (lists) =>
      lists.every(({ invitees }) => invitees.length === 0)
        ? html`<p>${words.none}</p>`
        : lists.filter(({ invitees }) => invitees.length > 0).map((list) => this.list(list)),
    )}`;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('round') || changed.has('occurrence')) this.looks = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private list({ scope, to, invitees }: Invited): TemplateResult {
    const { flow, isActive } = this;
    const wishes = this.wishesFor(to);
    return html`<h3>${this.occurrence && listTitleOf(scope, this.occurrence)}</h3>
      <ul class="invitees">
        ${repeat(
          invitees,
          ({ id }) => id,
          (invitee) => inviteeRow({ invitee, flow, isActive, wishes }),
        )}
      </ul>`;
  }

  private wishesFor(to: InvitedTo): InviteeWishes {
    return {
      resend: (invitee) =>
        void this.run(invitee, async () => {
          await resend(to, invitee.id).catch(
            unlessDone(() => this.isNow(invitee, (now) => now && hasOtherMail(now, invitee))),
          );
          return words.resent(nameOf(invitee));
        }),
      letOpen: (invitee, mayOpen) => void this.letOpen(to, invitee, mayOpen),
      ask: ({ id }) => {
        this.go({ type: 'asked', id });
        void this.focusOn(`#withdraw-${CSS.escape(id)}`);
      },
      keep: ({ id }) => {
        this.go({ type: 'kept' });
        void this.focusOn(`#invitee-${CSS.escape(id)} .ask-withdraw`);
      },
      withdraw: (invitee) =>
        void this.run(invitee, async () => {
          await withdraw(to, invitee.id).catch(unlessDone(() => this.isNow(invitee, (now) => !now)));
          return words.withdrawn(nameOf(invitee));
        }),
    };
  }

  /** A switch keeps the focus; what was done is read out. */
  private async letOpen(to: InvitedTo, invitee: Invitee, mayOpen: boolean): Promise<void> {
    if (this.flow.busy) {
      this.requestUpdate();
      return;
    }
    this.go({ type: 'sending', id: invitee.id, mayOpen });
    await this.finish(async () => {
      await letOpen(to, invitee.id, mayOpen).catch(
        unlessDone(() => this.isNow(invitee, (now) => now?.mayOpen === mayOpen)),
      );
      return mayOpen ? words.letsOpen(nameOf(invitee)) : words.letsOpenNoMore(nameOf(invitee));
    });
  }

  private async run({ id }: Invitee, work: () => Promise<string>): Promise<void> {
    if (this.flow.busy) return;
    this.go({ type: 'sending', id });
    if (await this.finish(work)) await this.focusOn('.announcement');
  }

  /** False after a refusal. */
  private async finish(work: () => Promise<string>): Promise<boolean> {
    try {
      await this.showDone(await work());
      return true;
    } catch (caught) {
      await this.refuse(asProblem(caught));
      return false;
    }
  }

  /** Whoever is gone may have withdrawn by themselves. */
  private async refuse(problem: ApiProblem): Promise<void> {
    if (problem.status === GONE) {
      await this.showDone(words.gone);
      return this.focusOn('.announcement');
    }
    this.go({ type: 'refused', problem });
    await this.focusOn('[role=alert]');
  }

  /** Looks at the lists as they are by now; what is not known to hold is not shown. */
  private async isNow(
    { id }: Invitee,
    wished: (now?: Invitee) => boolean | undefined,
  ): Promise<true | undefined> {
    await this.invited.run();
    const now = this.invited.value?.flatMap(({ invitees }) => invitees);
    return now && wished(now.find((each) => each.id === id)) ? true : undefined;
  }

  private async showDone(inWords: string): Promise<void> {
    this.looks = 0;
    await this.invited.run();
    this.go({ type: 'done', inWords });
  }

  private lookAgain(invitees: Invitee[]): void {
    clearTimeout(this.timer);
    const underWay = invitees.some(({ mail }) => mail === 'queued');
    if (!underWay || this.looks >= MOST_LOOKS || !this.isConnected) return;
    this.timer = setTimeout(() => {
      this.lookByItself(invitees);
    }, LOOK_AGAIN_MS);
  }

  /** Nothing may change under a question. */
  private lookByItself(invitees: Invitee[]): void {
    if (this.flow.isAsked || this.flow.busy) {
      this.lookAgain(invitees);
      return;
    }
    this.looks += 1;
    this.kept = this.invited.value;
    void this.invited.run();
  }

  private read(occurrence: Occurrence | undefined, signal: AbortSignal): Promise<Invited[]> {
    const { kept } = this;
    this.kept = undefined;
    return readAll(occurrence, signal).catch((caught: unknown) => {
      if (!kept) throw caught;
      return kept;
    });
  }

  private go(event: InviteeEvent): void {
    this.flow = nextInvitee(this.flow, event);
  }
}

async function readAll(occurrence: Occurrence | undefined, signal: AbortSignal): Promise<Invited[]> {
  if (!occurrence) return [];
  return Promise.all(
    scopesOf(occurrence).map(async (scope) => {
      const to = invitedTo(occurrence, scope);
      return { scope, to, invitees: await readInvitees(to, signal) };
    }),
  );
}

define('vh-invitee-list', VhInviteeList);

declare global {
  interface HTMLElementTagNameMap {
    'vh-invitee-list': VhInviteeList;
  }
}
