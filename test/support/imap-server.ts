import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface KeptMessage {
  uid: number;
  source: string;
  flags: Set<string>;
}

/** As much of an IMAP server (RFC 3501) as one needs who looks for unread messages and marks them as read. */
export class ImapServer {
  readonly messages: KeptMessage[] = [];
  /** Names of the commands that came in, in their order. */
  readonly commands: string[] = [];
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor() {
    this.server = createServer((socket) => this.talk(socket));
  }

  /** Returns the URL of its one mailbox. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `imap://haus:geheim@127.0.0.1:${(this.server.address() as AddressInfo).port}/INBOX`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  receive(source: string): KeptMessage {
    const message = { uid: this.messages.length + 1, source, flags: new Set<string>() };
    this.messages.push(message);
    return message;
  }

  /** How often somebody has looked for unread messages. */
  get looks(): number {
    return this.commands.filter((command) => command === 'UID SEARCH').length;
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    let rest = '';
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.answer(socket, line);
    });
  }

  private answer(socket: Socket, line: string): void {
    const [, tag = '', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
    const name = command.toUpperCase();
    this.commands.push(name);
    for (const untagged of this.untagged(name, rest)) socket.write(`* ${untagged}\r\n`);
    socket.write(`${tag} OK done\r\n`);
    if (name === 'LOGOUT') socket.end();
  }

  private untagged(name: string, rest: string): string[] {
    const answers: Record<string, () => string[]> = {
      CAPABILITY: () => ['CAPABILITY IMAP4rev1'],
      LIST: () => ['LIST (\\HasNoChildren) "/" INBOX'],
      SELECT: () => this.select(),
      'UID SEARCH': () => [`SEARCH ${this.unread(rest).join(' ')}`.trim()],
      'UID FETCH': () => this.named(rest).map(fetched),
      'UID STORE': () => this.named(rest).map((message) => marked(message, /\\\w+/.exec(rest)?.[0] ?? '')),
      LOGOUT: () => ['BYE see you'],
    };
    return answers[name]?.() ?? [];
  }

  private select(): string[] {
    return [
      'FLAGS (\\Seen \\Deleted)',
      'OK [PERMANENTFLAGS (\\Seen \\Deleted)] limited',
      `${this.messages.length} EXISTS`,
      '0 RECENT',
      'OK [UIDVALIDITY 7] valid',
      `OK [UIDNEXT ${this.messages.length + 1}] next`,
    ];
  }

  private unread(criteria: string): number[] {
    const first = Number(/UID (\d+):\*/.exec(criteria)?.[1] ?? 1);
    const last = this.messages.at(-1)?.uid ?? 0;
    const isAsked = (uid: number) => uid >= first || uid === last;
    return this.messages
      .filter(({ uid, flags }) => isAsked(uid) && !flags.has('\\Seen'))
      .map(({ uid }) => uid);
  }

  private named(rest: string): KeptMessage[] {
    const uid = Number(/^\d+/.exec(rest)?.[0]);
    return this.messages.filter((message) => message.uid === uid);
  }
}

function fetched({ uid, source }: KeptMessage): string {
  return `${uid} FETCH (UID ${uid} BODY[]<0> {${Buffer.byteLength(source)}}\r\n${source})`;
}

function marked({ uid, flags }: KeptMessage, flag: string): string {
  flags.add(flag);
  return `${uid} FETCH (UID ${uid} FLAGS (${[...flags].join(' ')}))`;
}
