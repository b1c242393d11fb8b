import { connect, type Socket } from 'node:net';

/**
 * One connection that is kept open and asked one thing after the other. Plain sockets, because they take the least
 * from the machine that they share with the house, and because what is on its way is waited for: autocannon cuts it
 * off at the end of a round, and the house would still be busy with it in the next.
 */
export class Line {
  private readonly socket: Socket;
  private readonly host: string;
  private buffer: Buffer = Buffer.alloc(0);
  private answered: ((status: number) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;

  constructor(baseUrl: string) {
    const { hostname, port, host } = new URL(baseUrl);
    this.host = host;
    this.socket = connect(Number(port), hostname);
    this.socket.setNoDelay(true);
    this.socket.on('data', (chunk: Buffer) => this.take(chunk));
    const fail = (error?: Error) => this.failed?.(error ?? new Error('The connection was closed.'));
    this.socket.on('error', fail);
    this.socket.on('close', () => fail());
  }

  /** Sends a request and gives the status of its answer. */
  ask(request: { method: string; path: string; token?: string; body?: unknown }): Promise<number> {
    const { method, path, token, body } = request;
    const text = body === undefined ? '' : JSON.stringify(body);
    const head = [`${method} ${path} HTTP/1.1`, `host: ${this.host}`];
    if (token) head.push(`authorization: Bearer ${token}`);
    if (text) head.push('content-type: application/json', `content-length: ${Buffer.byteLength(text)}`);
    return new Promise((resolve, reject) => {
      this.answered = resolve;
      this.failed = reject;
      this.socket.write(`${head.join('\r\n')}\r\n\r\n${text}`);
    });
  }

  close(): void {
    this.failed = undefined;
    this.socket.destroy();
  }

  /** All servers of the bench say how long their answers are. */
  private take(chunk: Buffer): void {
    this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk]);
    const end = this.buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.buffer.toString('latin1', 0, end);
    const length = Number(/\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (this.buffer.length < end + 4 + length) return;
    this.buffer = this.buffer.subarray(end + 4 + length);
    this.answered?.(Number(head.slice(9, 12)));
  }
}
