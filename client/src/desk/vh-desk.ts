import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../activities/closures/closures.js';
import '../activities/desk-sign-in/desk-sign-in.js';
import '../activities/grant/grant.js';
import '../activities/groups/groups.js';
import '../activities/servers/servers.js';
import '../activities/settings/settings.js';
import { readStaffMe, signOutOfDesk } from '../api/desk.js';
import { readHasForeign } from '../api/servers.js';
import { asProblem, SESSION_ENDED, type ApiProblem } from '../api/problem.js';
import { onSessionEnded } from '../api/session.js';
import type { StaffMe } from '../api/shapes.js';
import { define } from '../parts/define.js';
import { LightElement } from '../parts/light-element.js';
import { problemNotice } from '../parts/problem-notice.js';
import { commonWords, deskWords as words } from '../words/words.js';
import { deskKey, nextDesk, startOfDesk, type DeskEvent, type DeskState } from './desk-flow.js';

/** The desk of a contact point's team: the access of groups, the times when nobody meets, the rules. */
export class VhDesk extends LightElement {
  @state() private flow: DeskState = startOfDesk;
  @state() private problem: ApiProblem | undefined;
  @state() private round = 0;
  @state() private hasForeign = false;
  @state() private labels: readonly string[] = [];

  private stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onSessionEnded(() => this.go({ type: 'sessionEnded' }));
    void this.enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render(): TemplateResult {
    const { place, me } = this.flow;
    return html`${this.head()}
      <main class="page desk-page">
        ${this.problem ? problemNotice(this.problem, () => void this.enter()) : nothing}
        ${place === 'starting' && !this.problem ? html`<p role="status">${commonWords.loading}</p>` : nothing}
        ${place === 'signIn' ? this.signIn() : nothing}
        ${me ? keyed(deskKey(this.flow), this.desk(me)) : nothing}
      </main>`;
  }

  private head(): TemplateResult {
    const { place, me } = this.flow;
    return html`<header class="page-head">
      <p>
        <strong>${commonWords.house}</strong><br /><span class="hint"
          >${this.whose(me)}</span
        >
      </p>
      ${
        place === 'desk' && me
          ? html`<p class="who">
              <span class="hint">${words.signedInAs(me.staff.name)}</span>
              <button type="button" @click=${this.leave}>${words.signOut}</button>
            </p>`
          : nothing
      }
    </header>`;
  }

  private whose(me: StaffMe | undefined): string {
    if (!me) return words.title;
    return me.contactPoint?.name ?? words.titleOfOperator;
  }

  private signIn(): TemplateResult {
    const { farewell } = this.flow;
    return html`<div class="door">
      ${farewell === 'ended' ? html`<p class="warning" role="status">${words.sessionEnded}</p>` : nothing}
      ${farewell === 'signedOut' ? html`<p class="ok" role="status">${words.signedOut}</p>` : nothing}
      <vh-desk-sign-in @vh-signed-in=${this.enter}></vh-desk-sign-in>
    </div>`;
  }

  private desk(me: StaffMe): TemplateResult {
    return html`<div class="inside" ?hidden=${this.flow.place !== 'desk'}>
      <h1 tabindex="-1">${me.contactPoint ? words.title : words.titleOfOperator}</h1>
      ${me.contactPoint ? this.ofTeam(me.contactPoint.slug) : this.ofOperator()}
    </div>`;
  }

  private ofTeam(slug: string): TemplateResult {
    return html`<nav class="sections" aria-label=${words.sections}>
        <a href="#grant-title">${words.grant.title}</a>
        <a href="#groups-title">${words.groups.title}</a>
        <a href="#closures-title">${words.closures.title}</a>
        <a href="#settings-title">${words.settings.title}</a>
      </nav>
      ${this.hasForeign ? html`<p class="warning">${words.foreignServer}</p>` : nothing}
      <vh-grant .labels=${this.labels} @vh-granted=${() => (this.round += 1)}></vh-grant>
      <vh-groups .round=${this.round} @vh-labels-read=${this.labelsRead}></vh-groups>
      <vh-closures .round=${this.round}></vh-closures>
      <vh-settings .slug=${slug} @vh-settings-saved=${this.nameAnew}></vh-settings>`;
  }

  private readonly labelsRead = ({ detail }: HTMLElementEventMap['vh-labels-read']): void => {
    this.labels = detail.labels;
  };

  private ofOperator(): TemplateResult {
    return html`<p>${words.noContactPoint}</p>
      <vh-closures .scope=${'house'} .round=${this.round}></vh-closures>
      <vh-servers .round=${this.round}></vh-servers>`;
  }

  private readonly enter = async (): Promise<void> => {
    const first = this.flow.place === 'starting';
    try {
      const me = await readStaffMe();
      this.go({ type: 'entered', me });
      this.round += 1;
      this.problem = undefined;
      if (me.contactPoint) void this.lookForForeign();
      if (!first) await this.focusOn('.inside h1');
    } catch (caught) {
      const problem = asProblem(caught);
      this.problem = problem.code === SESSION_ENDED ? undefined : problem;
    }
  };

  /** Nothing waits for the answer, and without it the desk works as well. */
  private async lookForForeign(): Promise<void> {
    this.hasForeign = await readHasForeign().catch(() => false);
  }

  /** The contact point may have another name now, which stands above the desk. */
  private readonly nameAnew = async (): Promise<void> => {
    const me = await readStaffMe().catch(() => undefined);
    if (me && this.flow.place === 'desk') this.go({ type: 'entered', me });
  };

  private readonly leave = async (): Promise<void> => {
    try {
      await signOutOfDesk();
      this.go({ type: 'signedOut' });
      await this.focusOn('.door h1');
    } catch (caught) {
      // A cookie that could not be ended stays valid: saying "signed out" would be wrong.
      this.problem = asProblem(caught);
    }
  };

  private go(event: DeskEvent): void {
    this.flow = nextDesk(this.flow, event);
  }
}

define('vh-desk', VhDesk);

declare global {
  interface HTMLElementTagNameMap {
    'vh-desk': VhDesk;
  }
}
