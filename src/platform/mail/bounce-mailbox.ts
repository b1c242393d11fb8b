import type { ImapFlow } from 'imapflow';

const PATIENCE_MS = 30_000;
/** For one look into the mailbox, however slow its server is. */
const LONGEST_LOOK_MS = 120_000;
/** A report is short; of what is longer the beginning says enough. */
const LONGEST_BYTES = 256 * 1024;
const MOST_AT_ONCE = 200;

/** The mailbox that bounces come to. Marks as read what was ours; everything else stays as it is, for a person. */
export class BounceMailbox {
  /** Up to this UID everything has been looked at. */
  private last = 0;
  private validity?: bigint;
  private client?: ImapFlow;

  constructor(private readonly url: string) {}

  /** Hands over each message that is new here; those it says yes to are marked as read. */
  async readNew(isOurs: (source: Uint8Array) => Promise<boolean>): Promise<void> {
    const timer = setTimeout(() => this.close(), LONGEST_LOOK_MS);
    try {
      const client = await this.connect();
      for (const uid of await this.newUids(client)) {
        const message = await client.fetchOne(
          String(uid),
          { source: { maxLength: LONGEST_BYTES } },
          { uid: true },
        );
        const source = message ? message.source : undefined;
        if (source && (await isOurs(source)))
          await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
        this.last = uid;
      }
      await client.logout();
    } finally {
      clearTimeout(timer);
      this.close();
    }
  }

  /** Breaks off what is going on. */
  close(): void {
    this.client?.close();
    this.client = undefined;
  }

  private async newUids(client: ImapFlow): Promise<number[]> {
    const folder = decodeURIComponent(new URL(this.url).pathname.slice(1)) || 'INBOX';
    const { uidValidity } = await client.mailboxOpen(folder);
    if (uidValidity !== this.validity) this.last = 0;
    this.validity = uidValidity;
    const found = await client.search({ seen: false, uid: `${this.last + 1}:*` }, { uid: true });
    // `n:*` names the last message also when it is older than n (RFC 9051, 9).
    const uids = (found || []).filter((uid) => uid > this.last).sort((one, other) => one - other);
    return uids.slice(0, MOST_AT_ONCE);
  }

  /** Loaded only by a house that has such a mailbox. */
  private async connect(): Promise<ImapFlow> {
    const { ImapFlow } = await import('imapflow');
    const { protocol, hostname, port, username, password } = new URL(this.url);
    const isSecure = protocol === 'imaps:';
    const client = new ImapFlow({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (isSecure ? 993 : 143),
      secure: isSecure,
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      maxLiteralSize: 4 * LONGEST_BYTES,
      maxResponseSize: 16 * LONGEST_BYTES,
      disableAutoIdle: true,
      logger: false,
    });
    // What goes wrong comes out of the call that was waiting for it.
    client.on('error', () => undefined);
    this.client = client;
    await client.connect();
    return client;
  }
}
