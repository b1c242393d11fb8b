import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../activities/invitees/invitees.js';
import '../activities/move/move.js';
import '../activities/my-dates/my-dates.js';
import '../activities/reserve/reserve.js';
import { readContactPoint } from '../api/contact-points.js';
import { asProblem, SESSION_ENDED, type ApiProblem } from '../api/problem.js';
import { onSessionEnded } from '../api/session.js';
import type { ContactPoint } from '../api/shapes.js';
import { readMe, signOut } from '../api/sign-ins.js';
import { define } from '../parts/define.js';
import { followPageAround } from '../parts/frame-colours.js';
import { postToPageAround } from '../parts/frame-messages.js';
import { LightElement } from '../parts/light-element.js';
import { loaded } from '../parts/loaded.js';
import { problemNotice } from '../parts/problem-notice.js';
import { commonWords, houseWords as words } from '../words/words.js';
import { door, rules } from './door.js';
import {
  depthOf,
  mayReserve,
  nextHouse,
  outside,
  placeOf,
  type HouseEvent,
  type HouseState,
  type Inside,
  type Screen,
} from './house-flow.js';
import { pageFoot, pageHead, screenOfGroup } from './page-frame.js';
import { followHeading } from './page-title.js';
import { ScreenHistory } from './screen-history.js';
import { tellPageAround } from './tell-page-around.js';

/**
 * The representative's app, on a page of its own or in the frame of `<virtuelles-haus>`.
 *
 * @attr contact-point - slug of the contact point
 */
export class VhHouse extends LightElement {
  @property({ attribute: 'contact-point' }) slug = '';

  @state() private flow: HouseState = outside;
  @state() private problem: ApiProblem | undefined;
  /** How often somebody came in, or changed something beside the list of dates. */
  @state() private round = 0;

  private shown = '';
  private stop: (() => void)[] = [];
  private readonly history = new ScreenHistory((type) => this.go({ type }));
  private readonly contactPoint = new Task(this, {
    task: ([slug], { signal }) => readContactPoint({ house: '', slug }, signal),
    args: () => [this.slug] as const,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.toggleAttribute('framed', window.parent !== window);
    followPageAround();
    this.stop = [
      tellPageAround(),
      followHeading(this),
      onSessionEnded(() => this.go({ type: 'sessionEnded' })),
      this.history.listen(),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stop) stop();
  }

  override render(): unknown {
    return loaded(this.contactPoint, (contactPoint) => this.page(contactPoint));
  }

  override updated(): void {
    const place = placeOf(this.flow);
    if (place === this.shown || !this.contactPoint.value) return;
    // Not at the first screen: a frame must not take the focus from the page around it.
    if (this.shown) void this.focusHeading();
    this.shown = place;
  }

  private page(contactPoint: ContactPoint): TemplateResult {
    const { inside, signedIn } = this.flow;
    const leave = (): void => void this.leave();
    const entered = (): void => void this.enter();
    return html`${pageHead(contactPoint, signedIn && inside ? { name: inside.personName, leave } : undefined)}
      <main class="page" aria-label=${commonWords.house}>
        ${this.problem ? problemNotice(this.problem, entered) : nothing}
        ${signedIn ? nothing : door(this.flow, { contactPoint: this.slug, entered })}
        ${inside ? html`<div class="inside" ?hidden=${!signedIn}>${this.screen(inside, contactPoint)}</div>` : nothing}
      </main>
      ${pageFoot(contactPoint)}`;
  }

  private screen(inside: Inside, contactPoint: ContactPoint): TemplateResult {
    const mayGoOn = inside.agreements.length === 0;
    const changed = (): void => void this.enter();
    return html`${mayGoOn ? nothing : rules(inside, { agreed: () => this.go({ type: 'agreed' }), changed })}
      ${inside.hasAgreed ? html`<div ?hidden=${!mayGoOn}>${this.screens(inside, contactPoint)}</div>` : nothing}`;
  }

  private screens(inside: Inside, contactPoint: ContactPoint): TemplateResult {
    if (!inside.groupId)
      return html`<h1 tabindex="-1">${words.dates.title}</h1>
        <p>${words.dates.noGroup}</p>`;
    const { screen, left } = inside;
    const isAtDates = screen.name === 'dates';
    const aside = isAtDates ? left : screen;
    const screens = html`${isAtDates ? keyed(inside.personId, this.dates(inside)) : nothing}
    ${
      aside
        ? html`<div
            ?hidden=${isAtDates}
            @vh-further=${this.wentFurther}
            @vh-typed=${this.typed}
            @vh-reserved=${() => this.go({ type: 'reserved' })}
            @vh-begun-anew=${() => this.go({ type: 'begunAnew' })}
          >
            ${keyed(aside, this.aside(aside, inside, contactPoint))}
          </div>`
        : nothing
    }`;
    return screenOfGroup(inside, screens);
  }

  /** A screen beside the list of dates. One that was left by Back stays as it is, out of sight. */
  private aside(screen: Screen, inside: Inside, contactPoint: ContactPoint): unknown {
    const back = (): void => this.go({ type: 'went', screen: { name: 'dates' } });
    if (screen.name === 'dates') return nothing;
    if (screen.name === 'invitees')
      return html`<vh-invitees .occurrence=${screen.occurrence} .isActive=${mayReserve(inside)} @vh-back=${back}></vh-invitees>`;
    if (screen.name === 'move') {
      return html`<vh-move
        .contactPoint=${contactPoint}
        .occurrence=${screen.occurrence}
        .isFurther=${inside.isFurther}
        @vh-back=${back}
        @vh-date-changed=${this.changedAside}
      ></vh-move>`;
    }
    return html`<vh-reserve
      .contactPoint=${contactPoint}
      .groupId=${inside.groupId}
      .isFurther=${inside.isFurther}
      @vh-back=${back}
      @vh-reserved=${this.changedAside}
    ></vh-reserve>`;
  }

  private dates({ groups, groupId, email, showsAllDates }: Inside): TemplateResult {
    return html`<vh-my-dates
      .groups=${groups}
      .groupId=${groupId}
      .contactPoint=${this.slug}
      .email=${email}
      .round=${this.round}
      .showsAll=${showsAllDates}
      @vh-all-dates-shown=${() => this.go({ type: 'allDatesShown' })}
      @vh-group-chosen=${(event: HTMLElementEventMap['vh-group-chosen']) =>
        this.go({ type: 'groupChosen', groupId: event.detail.groupId })}
      @vh-groups-read=${(event: HTMLElementEventMap['vh-groups-read']) =>
        this.go({ type: 'groupsRead', groups: event.detail.groups })}
      @vh-reserve=${() => this.go({ type: 'went', screen: { name: 'reserve' } })}
      @vh-show-invitees=${(event: HTMLElementEventMap['vh-show-invitees']) =>
        this.go({ type: 'went', screen: { name: 'invitees', occurrence: event.detail.occurrence } })}
      @vh-move=${(event: HTMLElementEventMap['vh-move']) =>
        this.go({ type: 'went', screen: { name: 'move', occurrence: event.detail.occurrence } })}
      @vh-date-changed=${this.changed}
      @vh-left-group=${this.leftGroup}
    ></vh-my-dates>`;
  }

  private readonly enter = async (): Promise<void> => {
    try {
      this.go({ type: 'entered', me: await readMe() });
      this.round += 1;
      this.problem = undefined;
      postToPageAround({ type: 'vh-state', state: 'signed-in' });
    } catch (caught) {
      await this.refuse(asProblem(caught));
    }
  };

  /** Whose session has ended before the house could tell who they are begins anew. */
  private async refuse(problem: ApiProblem): Promise<void> {
    const hasEnded = problem.code === SESSION_ENDED;
    this.problem = hasEnded ? undefined : problem;
    if (hasEnded) this.go({ type: 'turnedAway' });
    await (hasEnded ? this.focusHeading() : this.focusOn('[role=alert]'));
  }

  /** Whoever sees no other group here goes out, also if the session has ended meanwhile. */
  private readonly leftGroup = async (): Promise<void> => {
    const { inside, signedIn } = this.flow;
    if (!inside || inside.groups.length < 2) return this.goOut('gaveUp');
    if (signedIn) await this.enter();
  };

  private readonly leave = (): Promise<void> => this.goOut('signedOut');

  private async goOut(type: 'signedOut' | 'gaveUp'): Promise<void> {
    this.problem = undefined;
    this.go({ type });
    await signOut();
  }

  private readonly changed = (): void => {
    postToPageAround({ type: 'vh-state', state: 'changed' });
  };

  /** Beside the list, or on a screen that was left before the answer came: the list is read anew. */
  private readonly changedAside = (): void => {
    this.round += 1;
    this.changed();
  };

  private readonly wentFurther = ({ detail }: HTMLElementEventMap['vh-further']): void =>
    this.go({ type: 'wentFurther', isFurther: detail.isFurther });

  private readonly typed = ({ detail }: HTMLElementEventMap['vh-typed']): void =>
    this.go({ type: 'typed', occurrence: detail.count > 0 ? detail.occurrence : undefined });

  private go(event: HouseEvent): void {
    this.flow = nextHouse(this.flow, event);
    this.history.follow(depthOf(this.flow));
    if (!this.flow.signedIn) postToPageAround({ type: 'vh-state', state: 'signed-out' });
  }

  private async focusHeading(): Promise<void> {
    // One frame, so that the element of the new screen has rendered its heading.
    await new Promise(requestAnimationFrame);
    await this.focusOn('.door > .ok, .door h1, .inside:not([hidden]) h1');
  }
}

define('vh-house', VhHouse);

declare global {
  interface HTMLElementTagNameMap {
    'vh-house': VhHouse;
  }
}
