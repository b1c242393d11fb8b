import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isOpen, type Slot } from './slots.js';
import { FakeSocket } from './fake-socket.js';
import { claimsIn, refusalOf, type Claims } from './fake-token-check.js';

const MUC = 'muc.meet.jitsi';
const STANZAS = "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'";
const CLOSED =
  /^\/(conference-request|room|room-size|room-census|sessions|end-meeting|kick-participant|invite-jigasi|colibri|metrics)(\/|$)/;
const BEAT_MS = 100;

interface Session {
  socket: FakeSocket;
  jid: string;
  claims: Claims | undefined;
}

/** The house as Jitsi knows it. */
interface House {
  baseUrl: string;
  secret: string;
}

/**
 * Jitsi as browsers see it: pages over HTTP, XMPP over a websocket, a slot guard that asks the house. Sound, until a
 * story breaks something in it.
 */
export class FakeJitsi {
  house: House | undefined;
  /** What is broken: the names of tokens that open the door, and the other words used below. */
  readonly faults = new Set<string>();
  /** Set over the sound ones. */
  headers: Record<string, string> = {};
  /** Stands at the end of config.js. */
  moreConfig = '';
  hasGuard = true;
  /** Tokens and rooms that came in. */
  readonly seen: string[] = [];
  private readonly rooms = new Map<string, Map<Session, string>>();
  private slots: Slot[] = [];
  private isStopped = false;
  private beats = 0;
  private guard?: Promise<void>;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => this.showPage(request, response));
    server.on('upgrade', (request: IncomingMessage, stream) => {
      if (this.faults.has('no websocket')) stream.destroy();
      else this.welcome(new FakeSocket(request, stream), new URL(request.url ?? '', this.url));
    });
  }

  static async start(): Promise<FakeJitsi> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const jitsi = new FakeJitsi(server);
    jitsi.guard = jitsi.keepSlots();
    return jitsi;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.guard;
    this.server.closeAllConnections();
    for (const people of this.rooms.values()) for (const { socket } of people.keys()) socket.close();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Done when the guard has asked the house for the last time. */
  async dismissGuard(): Promise<void> {
    this.hasGuard = false;
    await this.hearsHouse();
  }

  /** Sound again. */
  mend(): void {
    this.faults.clear();
    this.headers = {};
    this.moreConfig = '';
    this.hasGuard = true;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private showPage({ url = '' }: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries({ 'content-security-policy': this.policy, ...this.headers }))
      response.setHeader(name, value);
    const isConfig = url === '/config.js' && !this.faults.has('no config');
    if (CLOSED.test(url) && !this.faults.has(`open ${url}`)) response.writeHead(404).end();
    else response.end(isConfig ? this.config : '<!DOCTYPE html><title>Jitsi</title>');
  }

  private get policy(): string {
    const hosts = `${this.url.replace('http', 'ws')} ${this.house?.baseUrl ?? ''}`;
    return `default-src 'self'; connect-src 'self' ${hosts}; frame-ancestors 'none'`;
  }

  /** What the images write for docker/jitsi/compose.yml, and the file beside it. */
  private get config(): string {
    return `var config = {};
      config.hosts = {};
      config.hosts.domain = 'meet.jitsi';
      config.p2p = {};
      config.p2p.enabled = false;
      config.localRecording = { disable: true };
      config.deeplinking = { disabled: true };
      config.prejoinConfig = { enabled: true };
      config.tokenAuthUrl = '${this.house?.baseUrl ?? ''}/wieder?room={room}';
      ${readFileSync('docker/jitsi/web/custom-config.js', 'utf8')}
      ${this.moreConfig}`;
  }

  private welcome(socket: FakeSocket, { searchParams }: URL): void {
    const token = searchParams.get('token') ?? undefined;
    const session: Session = { socket, jid: '', claims: undefined };
    this.seen.push(token ?? '', searchParams.get('room') ?? '');
    socket.onClose = () => {
      for (const people of this.rooms.values()) people.delete(session);
    };
    socket.onText = (text) => void this.hear(session, text, token);
  }

  private async hear(session: Session, text: string, token: string | undefined): Promise<void> {
    const { socket } = session;
    if (this.faults.has('silent')) return;
    if (text.startsWith('<open')) this.openStream(session);
    else if (text.startsWith('<auth')) await this.signIn(session, token);
    else if (text.startsWith('<iq')) socket.send(this.answerTo(text, session));
    else if (text.startsWith('<presence')) {
      const found = / to='(?<room>[^'/]*)@[^'/]*\/(?<nickname>[^']*)'/.exec(text);
      await this.admit(session, found?.groups ?? {});
    }
  }

  private openStream({ socket, jid }: Session): void {
    const inner = jid ? '<bind/>' : '<mechanisms><mechanism>ANONYMOUS</mechanism></mechanisms>';
    socket.send("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' version='1.0'/>");
    socket.send(`<stream:features>${inner}</stream:features>`);
  }

  private answerTo(iq: string, { jid }: Session): string {
    const id = / id='([^']*)'/.exec(iq)?.[1] ?? '';
    const types = ['lobbyrooms', 'breakout_rooms'].filter((type) => this.faults.has(type));
    const identities = types.map((type) => `<identity category='component' type='${type}'/>`).join('');
    const discovered = `<query xmlns='http://jabber.org/protocol/disco#info'>${identities}</query>`;
    const bound = `<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>${jid}</jid></bind>`;
    const inner = iq.includes('<bind') ? bound : iq.includes('disco#info') ? discovered : '<conference/>';
    return `<iq type='result' id='${id}'>${inner}</iq>`;
  }

  private async signIn(session: Session, token: string | undefined): Promise<void> {
    const { socket } = session;
    const keysAt = this.faults.has('no key') ? undefined : `${this.house?.baseUrl ?? ''}/jitsi/keys`;
    const refusal = await refusalOf(token, keysAt, this.faults);
    if (refusal) {
      const condition = `<not-allowed/><text>${refusal}</text>`;
      socket.send(`<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>${condition}</failure>`);
      return;
    }
    session.claims = token === undefined ? undefined : claimsIn(token);
    session.jid = `${randomUUID()}@meet.jitsi/x`;
    socket.send("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
  }

  private async admit(session: Session, seat: Record<string, string | undefined>): Promise<void> {
    const { socket, claims } = session;
    const { room = '', nickname = '' } = seat;
    const from = `${room}@${MUC}/${nickname}`;
    if (!this.isReserved(room)) await this.hearsHouse();
    const refusal = this.refusalInside(claims, room);
    if (refusal) {
      const words = `<not-allowed ${STANZAS}/><text ${STANZAS}>${refusal} ${room}</text>`;
      socket.send(`<presence from='${from}' type='error'><error type='auth'>${words}</error></presence>`);
      return;
    }
    const people = this.rooms.get(room) ?? new Map<Session, string>();
    this.rooms.set(room, people.set(session, nickname));
    socket.send(presenceFrom(from, 'member'));
    if (this.moderates(claims)) socket.send(presenceFrom(from, 'owner'));
  }

  private moderates(claims: Claims | undefined): boolean {
    const isModerator = claims?.context.user.moderator === true;
    return isModerator ? !this.faults.has('moderation is lost') : this.faults.has('all moderate');
  }

  private refusalInside(claims: Claims | undefined, room: string): string | undefined {
    const fault = claims?.room === '*' ? 'any-room' : 'wrong-room';
    const isMatched = claims?.room === room || claims === undefined || this.faults.has(fault);
    if (!isMatched) return 'Room and token mismatched';
    return this.isReserved(room) ? undefined : 'Not reserved';
  }

  /** A slot may have been booked a moment ago: the guard waits for one more answer. */
  private async hearsHouse(): Promise<void> {
    // One may be on its way that was written before.
    const enough = this.beats + 2;
    while (this.beats < enough && !this.isStopped) await sleep(BEAT_MS / 5);
  }

  private isReserved(room: string): boolean {
    if (!this.hasGuard || this.faults.has('opens anything')) return true;
    return this.slots.some((slot) => slot.room === room && isOpen(slot));
  }

  /** The slot guard's work; a house that does not answer is asked again. */
  private async keepSlots(): Promise<void> {
    while (!this.isStopped) {
      if (this.house && this.hasGuard) await this.askHouse(this.house).catch(() => undefined);
      this.beats++;
      await sleep(BEAT_MS);
    }
  }

  private async askHouse({ baseUrl, secret }: House): Promise<void> {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    const answer = await fetch(`${baseUrl}/jitsi/demo/slots`, {
      method: 'POST',
      headers,
      body: '{"rooms":[]}',
    });
    if (!answer.ok) return;
    this.slots = ((await answer.json()) as { slots: Slot[] }).slots;
    if (!this.faults.has('never closes')) this.closeRooms();
  }

  private closeRooms(): void {
    for (const [room, people] of this.rooms) {
      if (this.slots.some((slot) => slot.room === room && isOpen(slot))) continue;
      for (const [{ socket }, nickname] of people)
        socket.send(presenceFrom(`${room}@${MUC}/${nickname}`, 'none', " type='unavailable'"));
      this.rooms.delete(room);
    }
  }
}

function presenceFrom(from: string, affiliation: string, more = ''): string {
  const item = `<item affiliation='${affiliation}'/><status code='110'/>`;
  return `<presence from='${from}'${more}><x xmlns='http://jabber.org/protocol/muc#user'>${item}</x></presence>`;
}
