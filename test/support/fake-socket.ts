import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 0x81;

/** The server's side of a websocket (RFC 6455), as far as texts of one frame go. */
export class FakeSocket {
  onText: (text: string) => void = () => undefined;
  onClose: () => void = () => undefined;
  private rest = Buffer.alloc(0);

  constructor(
    { headers }: IncomingMessage,
    private readonly stream: Duplex,
  ) {
    const accept = createHash('sha1')
      .update(`${headers['sec-websocket-key'] ?? ''}${MAGIC}`)
      .digest('base64');
    stream.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: xmpp\r\n\r\n`,
    );
    stream.on('data', (chunk: Buffer) => this.take(chunk));
    stream.on('error', () => undefined);
    stream.on('close', () => this.onClose());
  }

  send(text: string): void {
    const body = Buffer.from(text);
    const head = Buffer.alloc(4);
    head.writeUInt8(TEXT, 0);
    head.writeUInt8(126, 1);
    head.writeUInt16BE(body.length, 2);
    if (this.stream.writable) this.stream.write(Buffer.concat([head, body]));
  }

  close(): void {
    this.stream.destroy();
  }

  private take(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (let frame = frameIn(this.rest); frame; frame = frameIn(this.rest)) {
      this.rest = this.rest.subarray(frame.end);
      if (frame.isText) this.onText(frame.text);
      else this.close();
    }
  }
}

/** The first whole frame; clients mask theirs. */
function frameIn(bytes: Buffer): { text: string; isText: boolean; end: number } | undefined {
  if (bytes.length < 6) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const at = short === 126 ? 4 : 2;
  const end = at + 4 + (short === 126 ? bytes.readUInt16BE(2) : short);
  if (bytes.length < end) return undefined;
  const [mask, body] = [bytes.subarray(at, at + 4), bytes.subarray(at + 4, end)];
  const text = Buffer.from(body.map((byte, index) => byte ^ (mask[index % 4] ?? 0))).toString();
  return { text, isText: bytes.readUInt8(0) === TEXT, end };
}
