import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { escaped, Stanza, type Affiliation } from './stanza.js';

const SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
const BIND = 'urn:ietf:params:xml:ns:xmpp-bind';
const MUC = 'http://jabber.org/protocol/muc';
const CONNECT_MS = 3000;
/** Longer than the slot guard waits for one more answer of the house. */
const ANSWER_MS = 8000;
/** From knocking to being in. */
const ENTRY_MS = 10_000;
const LOOK_MS = 25;
const MOST_STANZAS = 500;

/** Where people knock. */
export interface Door {
  baseUrl: string;
  xmppDomain: string;
  mucDomain: string;
}

/** How somebody fared. `by` says who refused and why. */
export type Fate =
  | { kind: 'in' }
  | { kind: 'lobby' }
  | { kind: 'refused'; by: string }
  | { kind: 'silent' }
  | { kind: 'unreachable' };

/** Comes to Jitsi's door as a browser does: XMPP over a websocket, the token in its address, no account. */
export class Visitor {
  private readonly stanzas: Stanza[] = [];
  /** How many of them have been looked at. */
  private heard = 0;
  private isClosed = false;
  private jid = '';
  private readonly chosen = randomBytes(4).toString('hex');
  private giveUpAt = performance.now() + ENTRY_MS;

  private constructor(
    private readonly socket: WebSocket,
    private readonly door: Door,
    private readonly room: string,
  ) {
    socket.addEventListener('message', ({ data }) => {
      if (this.stanzas.length < MOST_STANZAS) this.stanzas.push(new Stanza(String(data)));
    });
    const close = () => {
      this.isClosed = true;
    };
    socket.addEventListener('close', close);
    socket.addEventListener('error', close);
  }

  static at(door: Door, room: string, token: string | undefined): Visitor {
    const url = new URL(`${door.baseUrl.replace(/^http/, 'ws')}/xmpp-websocket`);
    url.searchParams.set('room', room);
    if (token !== undefined) url.searchParams.set('token', token);
    return new Visitor(new WebSocket(url, 'xmpp'), door, room);
  }

  /** Signs in, lets the room be opened and enters it. */
  async enter(): Promise<Fate> {
    const signedIn = await this.signIn();
    if (signedIn.kind !== 'in') return signedIn;
    const asked = await this.askForRoom();
    const fate = await this.join();
    if (fate.kind === 'in' || fate.kind === 'lobby' || asked === undefined) return fate;
    const by = fate.kind === 'refused' ? `${fate.by}; davor ${asked}` : asked;
    return { kind: 'refused', by };
  }

  /** What it is in the room, as last heard. */
  get affiliation(): Affiliation {
    return this.stanzas.findLast((stanza) => this.isOwnPresence(stanza))?.affiliation ?? 'none';
  }

  /** Resolves as soon as it is an owner, with false after so many milliseconds. */
  async becomesOwner(withinMs: number): Promise<boolean> {
    return (await this.until(() => this.affiliation === 'owner' || undefined, withinMs)) ?? false;
  }

  /** Resolves when it is put out of the room, with false after so many milliseconds. */
  async isPutOut(withinMs: number): Promise<boolean> {
    const isOut = (stanza: Stanza) => stanza.attr('type') === 'unavailable' && this.isFromRoom(stanza);
    const find = () =>
      this.stanzas.some((stanza) => isOut(stanza) && this.isSelf(stanza)) || this.isClosed || undefined;
    return (await this.until(find, withinMs)) ?? false;
  }

  /** What the server says of itself: `lobbyrooms`, `breakout_rooms` and the like; undefined when it says nothing. */
  async findComponents(): Promise<string[] | undefined> {
    this.giveUpAt = performance.now() + CONNECT_MS;
    const query = "<query xmlns='http://jabber.org/protocol/disco#info'/>";
    const answer = await this.ask('get', this.door.xmppDomain, query);
    if (answer?.attr('type') !== 'result') return undefined;
    return ['lobbyrooms', 'breakout_rooms'].filter((type) =>
      answer.has(new RegExp(`<identity\\b[^>]*type=["']${type}["']`)),
    );
  }

  leave(): void {
    if (this.socket.readyState === WebSocket.OPEN)
      this.socket.send("<close xmlns='urn:ietf:params:xml:ns:xmpp-framing'/>");
    this.socket.close();
  }

  private async signIn(): Promise<Fate> {
    const isOpen = await this.until(() => this.socket.readyState === WebSocket.OPEN || undefined, CONNECT_MS);
    if (!isOpen) return { kind: 'unreachable' };
    this.openStream();
    const features = await this.next((stanza) => stanza.name === 'features');
    if (!features) return { kind: this.isClosed ? 'unreachable' : 'silent' };
    if (!features.has(/>ANONYMOUS</)) return { kind: 'refused', by: 'Anmeldung: kein ANONYMOUS' };
    this.send(`<auth xmlns='${SASL}' mechanism='ANONYMOUS'/>`);
    const answer = await this.next(({ name }) => name === 'success' || name === 'failure');
    if (answer?.name === 'failure') return { kind: 'refused', by: `Anmeldung: ${answer.refusal}` };
    return answer ? this.bind() : { kind: 'silent' };
  }

  private async bind(): Promise<Fate> {
    this.openStream();
    const bound = await this.ask('set', undefined, `<bind xmlns='${BIND}'/>`);
    if (!bound) return { kind: 'silent' };
    this.jid = bound.textOf('jid') ?? '';
    return this.jid ? { kind: 'in' } : { kind: 'refused', by: `Anmeldung: ${bound.refusal}` };
  }

  /** The focus opens rooms. Resolves with its refusal. */
  private async askForRoom(): Promise<string | undefined> {
    const room = escaped(this.nick.split('/')[0] ?? '');
    const ask = `<conference xmlns='http://jitsi.org/protocol/focus' room='${room}' machine-uid='${randomUUID()}'/>`;
    const answer = await this.ask('set', `focus.${this.door.xmppDomain}`, ask);
    return answer?.attr('type') === 'error' ? `Konferenz: ${answer.refusal}` : undefined;
  }

  private async join(): Promise<Fate> {
    this.send(`<presence xmlns='jabber:client' to='${escaped(this.nick)}'><x xmlns='${MUC}'/></presence>`);
    const answer = await this.next((stanza) => {
      const isRefused = stanza.attr('type') === 'error' && this.isFromRoom(stanza);
      return (stanza.name === 'presence' && isRefused) || this.isOwnPresence(stanza);
    });
    if (!answer) return { kind: 'silent' };
    if (answer.attr('type') !== 'error') return { kind: 'in' };
    if (answer.has(/<registration-required\b/)) return { kind: 'lobby' };
    return { kind: 'refused', by: `Raum: ${answer.refusal}` };
  }

  /** A browser calls itself by the beginning of its account, and Jitsi may refuse other names. */
  private get nick(): string {
    const name = this.jid.slice(0, 8);
    return `${this.room}@${this.door.mucDomain}/${/^[\da-f]{8}$/.test(name) ? name : this.chosen}`;
  }

  private isFromRoom(stanza: Stanza): boolean {
    return stanza.attr('from')?.startsWith(`${this.room}@`) ?? false;
  }

  private isSelf(stanza: Stanza): boolean {
    return stanza.has(/<status\b[^>]*code=["']110["']/) || stanza.attr('from') === this.nick;
  }

  private isOwnPresence(stanza: Stanza): boolean {
    const isHere = stanza.name === 'presence' && stanza.attr('type') === undefined;
    return isHere && this.isFromRoom(stanza) && this.isSelf(stanza);
  }

  private openStream(): void {
    this.send(
      `<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='${escaped(this.door.xmppDomain)}' version='1.0'/>`,
    );
  }

  private async ask(type: string, to: string | undefined, inner: string): Promise<Stanza | undefined> {
    const id = randomUUID();
    this.send(
      `<iq xmlns='jabber:client' id='${id}' type='${type}'${to ? ` to='${escaped(to)}'` : ''}>${inner}</iq>`,
    );
    return this.next((stanza) => stanza.name === 'iq' && stanza.attr('id') === id);
  }

  private send(stanza: string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(stanza);
  }

  /** The next that fits of what comes in from now on; what came in while nobody listened counts too. */
  private async next(fits: (stanza: Stanza) => boolean): Promise<Stanza | undefined> {
    return this.until(
      () => {
        const index = this.stanzas.findIndex((stanza, at) => at >= this.heard && fits(stanza));
        if (index < 0) return undefined;
        this.heard = index + 1;
        return this.stanzas[index];
      },
      Math.min(ANSWER_MS, this.giveUpAt - performance.now()),
    );
  }

  private async until<Found>(find: () => Found | undefined, withinMs: number): Promise<Found | undefined> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (this.isClosed || performance.now() >= deadline) return undefined;
      await sleep(LOOK_MS);
    }
  }
}
