import { client, xml, type Connection, type Element } from '@xmpp/client';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Prosody } from './prosody.js';

const ROOMS = 'muc.meet.jitsi';
const MUC = 'http://jabber.org/protocol/muc';
const MUC_USER = `${MUC}#user`;
const JITMEET = 'http://jitsi.org/jitmeet';
const PATIENCE_MS = 10_000;

/** Whoever signs in to Jitsi's Prosody: a participant, or one of Jitsi's own accounts. */
export class XmppPerson {
  private readonly stanzas: Element[] = [];
  /** How many had come in before the last entry. */
  private beforeEntry = 0;

  private constructor(private readonly connection: Connection) {
    connection.on('stanza', (stanza) => this.stanzas.push(stanza));
    connection.on('error', () => undefined);
    connection.reconnect.stop();
  }

  /** @param account name, which is a participant's user id as well; or name@host */
  static async signIn(prosody: Prosody, account: string): Promise<XmppPerson> {
    const [username = '', domain = 'meet.jitsi'] = account.split('@');
    const person = new XmppPerson(
      client({
        service: `xmpp://127.0.0.1:${prosody.port}`,
        domain,
        credentials: (signIn) => signIn({ username, password: 'any' }, 'PLAIN'),
      }),
    );
    await person.connection.start();
    return person;
  }

  /** Resolves with "in", or with the words of the refusal. */
  async enter(room: string, nickname: string): Promise<string> {
    const nick = `${room}@${ROOMS}/${nickname}`;
    this.beforeEntry = this.stanzas.length;
    await this.connection.send(xml('presence', { to: nick }, xml('x', { xmlns: MUC })));
    return this.next((stanza) => {
      if (!stanza.is('presence') || !isFrom(room, stanza)) return undefined;
      if (stanza.attrs['type'] === 'error')
        return stanza.getChild('error')?.getChildText('text') ?? 'refused';
      return isOwn(stanza) && !stanza.attrs['type'] ? 'in' : undefined;
    });
  }

  /** Resolves when this person is out of the room, with the words that were said. */
  async isPutOut(room: string): Promise<string> {
    return this.next((stanza) => {
      const isOut = stanza.attrs['type'] === 'unavailable' && isFrom(room, stanza);
      return isOut && isOwn(stanza) ? reasonIn(stanza) : undefined;
    });
  }

  async leave(room: string, nickname: string): Promise<void> {
    const to = `${room}@${ROOMS}/${nickname}`;
    await this.connection.send(xml('presence', { to, type: 'unavailable' }));
    await this.isPutOut(room);
  }

  /** What the guard has told Jitsi's client, in its order. */
  get told(): Record<string, unknown>[] {
    return this.stanzas.flatMap((stanza) => {
      const text = stanza.is('message') && stanza.getChildText('json-message', JITMEET);
      return text ? [JSON.parse(text) as Record<string, unknown>] : [];
    });
  }

  /** What this person has been told of one kind, as soon as there are so many. */
  async isTold(type: string, count = 1): Promise<Record<string, unknown>[]> {
    return this.until(() => {
      const told = this.told.filter((message) => message['type'] === type);
      return told.length >= count ? told : undefined;
    });
  }

  async signOut(): Promise<void> {
    await this.connection.stop();
  }

  private next<Answer>(answer: (stanza: Element) => Answer | undefined): Promise<Answer> {
    return this.until(() => {
      for (const stanza of this.stanzas.slice(this.beforeEntry)) {
        const found = answer(stanza);
        if (found !== undefined) return found;
      }
      return undefined;
    });
  }

  private async until<Answer>(find: () => Answer | undefined): Promise<Answer> {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline;) {
      const found = find();
      if (found !== undefined) return found;
      await sleep(20);
    }
    throw new Error(`Waited in vain. Came in:\n${this.stanzas.map(String).join('\n')}`);
  }
}

function isFrom(room: string, { attrs }: Element): boolean {
  return attrs['from']?.startsWith(`${room.toLowerCase()}@`) ?? false;
}

function isOwn(presence: Element): boolean {
  const statuses = presence.getChild('x', MUC_USER)?.getChildren('status') ?? [];
  return statuses.some(({ attrs }) => attrs['code'] === '110');
}

function reasonIn(presence: Element): string {
  const x = presence.getChild('x', MUC_USER);
  return (x?.getChild('destroy') ?? x?.getChild('item'))?.getChildText('reason') ?? '';
}
