import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type ApiProblem, asProblem, CHANGED_MEANWHILE, mayBeDone, unlessDone } from '../../api/problem.js';
import { changeServer, readServers, type Server, type ServerChange } from '../../api/servers.js';
import { announcement } from '../../parts/announcement.js';
import { define } from '../../parts/define.js';
import { LightElement } from '../../parts/light-element.js';
import { loaded } from '../../parts/loaded.js';
import { deskWords } from '../../words/words.js';
import { changeOf, isChanged } from './server-form.js';
import { serverRow, type OpenForms, type ServerState, type ServerWishes } from './server-row.js';

const words = deskWords.servers;

/** The Jitsi servers of the house, for whoever runs it. */
export class VhServers extends LightElement {
  /** Counted up by the parent when somebody signed in again. */
  @property({ attribute: false }) round = 0;

  @state() private doing: ServerState = { busy: false };
  @state() private forms: OpenForms = new Map();
  @state() private done: string | undefined;

  private readonly servers = new Task(this, {
    task: (_, { signal }) => readServers(signal),
    args: () => [this.round] as const,
  });

  private readonly wishes: ServerWishes = {
    open: (server, isOpen) =>
      void this.run(server, { isOpen }, isOpen ? words.opened(server.slug) : words.closed(server.slug)),
    change: (server) => void this.change(server),
    type: ({ slug }, chosen) =>
      (this.forms = new Map(this.forms).set(slug, { ...this.forms.get(slug), ...chosen })),
    save: (server) => void this.save(server),
    leave: (server) => void this.leave(server),
  };

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="servers-title">
      <h2 id="servers-title">${words.title}</h2>
      <p>${words.why}</p>
      ${announcement(this.done)} ${loaded(this.servers, (servers) => this.list(servers))}
    </section>`;
  }

  private list(servers: Server[]): TemplateResult {
    if (servers.length === 0) return html`<p class="warning">${words.none}</p>`;
    return html`<ul class="entries">
      ${repeat(
        servers,
        ({ slug }) => slug,
        (server) => serverRow({ server, state: this.doing, forms: this.forms, wishes: this.wishes }),
      )}
    </ul>`;
  }

  private async change({ slug }: Server): Promise<void> {
    this.doing = { busy: false };
    this.forms = new Map(this.forms).set(slug, {});
    await this.focusOn(`#capacity-${CSS.escape(slug)}`);
  }

  private async leave({ slug }: Server): Promise<void> {
    this.doing = { busy: false };
    this.close(slug);
    await this.focusOn(`#server-${CSS.escape(slug)} .ask`);
  }

  private async save(server: Server): Promise<void> {
    const chosen = this.forms.get(server.slug);
    if (!chosen) return;
    const isDone = await this.run(server, changeOf(chosen), words.changed(server.slug));
    if (!isDone) return;
    this.close(server.slug);
    await this.focusOn('.announcement');
  }

  private close(slug: string): void {
    this.forms = new Map([...this.forms].filter(([each]) => each !== slug));
  }

  /** False after a refusal, or while something else is done. */
  private async run(server: Server, change: ServerChange, inWords: string): Promise<boolean> {
    if (this.doing.busy) return false;
    this.doing = { slug: server.slug, busy: true };
    this.done = undefined;
    try {
      await changeServer(server, change).catch(unlessDone(() => this.changedTo(server, change), mayBeDone));
      await this.servers.run();
      this.doing = { busy: false };
      this.done = inWords;
      return true;
    } catch (caught) {
      await this.refuse(server, asProblem(caught));
      return false;
    }
  }

  /** The list shows what is true now, or nothing that is not known to hold. */
  private async changedTo({ slug }: Server, change: ServerChange): Promise<Server | undefined> {
    await this.servers.run();
    const now = this.servers.value?.find((each) => each.slug === slug);
    return now && isChanged(now, change) ? now : undefined;
  }

  private async refuse({ slug }: Server, problem: ApiProblem): Promise<void> {
    const isStale = problem.status === CHANGED_MEANWHILE;
    this.doing = { ...this.doing, busy: false, problem: isStale ? words.stale : problem };
    await this.focusOn(`#server-${CSS.escape(slug)} [role=alert]`);
  }
}

define('vh-servers', VhServers);

declare global {
  interface HTMLElementTagNameMap {
    'vh-servers': VhServers;
  }
}
