import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Slot } from './slots.js';

interface Beat {
  authorization: string | undefined;
  body: unknown;
}

const PATIENCE_MS = 10_000;
const PATH = '/jitsi/demo/slots';

interface RealHouse {
  baseUrl: string;
  now: () => Temporal.Instant;
}

/** The house as the slot guard sees it: one address that answers what the story says. */
export class SlotHouse {
  readonly token = 'geheim-genug-fuer-eine-tuer';
  readonly beats: Beat[] = [];
  slots: Slot[] = [];
  text: Record<string, string> | undefined;
  /** Answers instead of the house. */
  instead: ((response: ServerResponse) => void) | undefined;
  /** The real house, which answers then; Prosody's clock cannot be moved, so the times in its answer are. */
  real: RealHouse | undefined;
  private server?: Server;
  private port = 0;

  /** Opens, again on the same port if it was open before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => void this.take(request, response));
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Nobody answers any more. */
  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}${PATH}`;
  }

  /** Resolves when the guard has been told what stands now. */
  async isHeard(): Promise<void> {
    const before = this.beats.length;
    // The first may have come in with what stood before; the second comes when the first is taken in.
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
      if (this.beats.length >= before + 2) return;
      await sleep(20);
    }
    throw new Error('The slot guard does not ask any more.');
  }

  /** A slot ends so many seconds from now, and the guard has been told. Returns when that is, in seconds. */
  async endsIn(room: string, seconds: number): Promise<number> {
    const closes = Date.now() / 1000 + seconds;
    this.slots = this.slots.map((slot) => (slot.room === room ? { ...slot, closes } : slot));
    await this.isHeard();
    return closes;
  }

  /** Resolves as soon as the guard says that just these rooms run. */
  async hears(rooms: { room: string; participants: number }[]): Promise<void> {
    const isSaid = () => isDeepStrictEqual(this.beats.at(-1)?.body, { rooms });
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
      if (isSaid()) return;
      await sleep(20);
    }
    throw new Error(`The slot guard says ${JSON.stringify(this.beats.at(-1)?.body)}`);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const isRight = request.method === 'POST' && request.url === PATH;
    const { authorization } = request.headers;
    if (this.instead) this.instead(response);
    else if (!isRight) response.writeHead(404).end();
    else if (this.real) await passOn(this.real, { authorization, body }, response);
    else answerWith(response, { slots: this.slots, text: this.text });
    this.beats.push({ authorization, body: JSON.parse(body) });
  }
}

async function passOn(
  { baseUrl, now }: RealHouse,
  { authorization = '', body }: { authorization: string | undefined; body: string },
  response: ServerResponse,
): Promise<void> {
  const headers = { authorization, 'content-type': 'application/json' };
  const answer = await fetch(`${baseUrl}${PATH}`, { method: 'POST', headers, body });
  const { slots, ...more } = (await answer.json()) as { slots: Slot[] };
  const later = (Date.now() - now().epochMilliseconds) / 1000;
  const moved = slots.map((slot) => ({ ...slot, opens: slot.opens + later, closes: slot.closes + later }));
  answerWith(response, { slots: moved, ...more });
}

function answerWith(response: ServerResponse, body: unknown): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
}

/** A slot that is open now, its times in seconds from now. */
export function aSlot(room: string, { from = -60, to = 600, ...more }: Partial<Slot> & Span = {}): Slot {
  const now = Date.now() / 1000;
  return { room, opens: now + from, closes: now + to, ...more };
}

interface Span {
  from?: number;
  to?: number;
}
