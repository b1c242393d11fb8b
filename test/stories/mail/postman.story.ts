import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { MailServerAway, Postman } from '../../../src/platform/mail/postman.js';
import { eventually } from '../../support/mail-rows.js';

/** What a mail server says to each command; `greeting` first. Undefined is silence, `cut` hangs up. */
type Script = Record<string, string | undefined>;
const TAKES_ALL: Script = {
  greeting: '220 here',
  EHLO: '250-mail.example\r\n250 AUTH PLAIN',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  body: '250 taken',
  QUIT: '221 bye',
};
const ENVELOPE = { from: 'treffen@haus.example', to: 'ada@gast.example' };
/** For silence alone: a machine with other work to do must not be taken for a server that says nothing. */
const IMPATIENT = '?connectionTimeout=300&greetingTimeout=300&socketTimeout=300';
const isSilent = (script: Script) => Object.values(script).includes(undefined);

describe('Whatever a mail server says or does not say, a mail has one of three ends', () => {
  let server: Server;
  const sockets = new Set<Socket>();
  beforeEach(() => {
    server = createServer();
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  async function aPostman(change: Script, isImpatient = isSilent(change)): Promise<Postman> {
    server.on('connection', (socket) => {
      sockets.add(socket);
      // Looked up anew for each line, so that a server can change its mind.
      converse(socket, (command) => (command in change ? change[command] : TAKES_ALL[command]));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return new Postman(`smtp://haus:geheim@127.0.0.1:${port}${isImpatient ? IMPATIENT : ''}`);
  }

  const carry = async (postman: Postman) =>
    (await postman.open()).carry(ENVELOPE, Buffer.from('Subject: x\r\n\r\nx\r\n'));

  it.each<[string, Script, { kind: string; words?: unknown }]>([
    ['taken', {}, { kind: 'accepted' }],
    [
      'an unknown recipient',
      { RCPT: '550 5.1.1 unknown' },
      { kind: 'refused', words: expect.stringContaining('550 5.1.1 unknown') },
    ],
    [
      'a late recipient',
      { RCPT: '451 4.7.1 come back' },
      { kind: 'later', words: expect.stringContaining('451 4.7.1 come back') },
    ],
    ['a refused sender', { MAIL: '553 not you' }, { kind: 'refused', words: '553 not you' }],
    ['a full server', { MAIL: '452 full' }, { kind: 'later', words: '452 full' }],
    ['refused after all was said', { body: '554 spam' }, { kind: 'refused', words: '554 spam' }],
    ['late after all was said', { body: '451 busy' }, { kind: 'later', words: '451 busy' }],
    ['closing down', { MAIL: '421 closing' }, { kind: 'later', words: '421 closing' }],
    [
      'in the wrong order',
      { RCPT: '503 bad sequence' },
      { kind: 'later', words: expect.stringContaining('503') },
    ],
    ['cut off before the recipient', { RCPT: 'cut' }, { kind: 'later' }],
    ['cut off after all was said', { body: 'cut' }, { kind: 'later' }],
    [
      'silence before the recipient',
      { RCPT: undefined },
      { kind: 'later', words: 'Der Mailserver antwortet nicht (ETIMEDOUT).' },
    ],
    [
      'silence after all was said',
      { body: undefined },
      { kind: 'later', words: 'Der Mailserver antwortet nicht (ETIMEDOUT).' },
    ],
    ['nonsense', { MAIL: 'moin' }, { kind: 'later' }],
    [
      'words that break lines',
      { RCPT: '550 a\u0000b\u0007c' },
      { kind: 'refused', words: expect.stringMatching(/^\P{Cc}*$/u) },
    ],
    [
      '100 kB of words',
      { RCPT: `550 ${'x'.repeat(100_000)}` },
      { kind: 'refused', words: expect.stringMatching(/^.{200}$/) },
    ],
  ])('%s', async (_name, script, expected) => {
    expect(await carry(await aPostman(script))).toMatchObject(expected);
  });

  it.each<[string, Script]>([
    ['no greeting', { greeting: undefined }],
    ['hanging up at once', { greeting: 'cut' }],
    ['too many callers', { greeting: '421 too many' }],
    ['nobody wanted', { greeting: '554 go away' }],
    ['silence after the greeting', { EHLO: undefined }],
    ['a wrong password', { AUTH: '535 wrong' }],
    ['no password now', { AUTH: '454 not now' }],
    ['silence to the password', { AUTH: undefined }],
  ])('%s is about the server, and no mail is to blame', async (_name, script) => {
    const postman = await aPostman(script);
    await expect(postman.open()).rejects.toBeInstanceOf(MailServerAway);
  });

  it('nobody there is about the server', async () => {
    const postman = await aPostman({});
    await new Promise((resolve) => server.close(resolve));
    await expect(postman.open()).rejects.toMatchObject({ words: expect.stringMatching(/^Der Mailserver/) });
  });

  it('one mail after the other goes over one conversation, until one goes wrong', async () => {
    let calls = 0;
    server.on('connection', () => calls++);
    const carrier = await (await aPostman({})).open();
    for (let mail = 0; mail < 3; mail++) {
      expect(await carrier.carry(ENVELOPE, Buffer.from('Subject: x\r\n\r\nx\r\n'))).toEqual({
        kind: 'accepted',
      });
    }
    expect(calls).toBe(1);
  });

  it.each<[string, Script, string]>([
    ['hanging up', { MAIL: 'cut' }, 'hungUp'],
    ['a goodbye', { MAIL: '421 enough for now' }, 'hungUp'],
    ['a no', { MAIL: '451 not now' }, 'later'],
    ['silence', { MAIL: undefined }, 'later'],
  ])('%s after other mails is told apart', async (_name, script, kind) => {
    const change: Script = {};
    const carrier = await (await aPostman(change, isSilent(script))).open();
    const mail = () => carrier.carry(ENVELOPE, Buffer.from('Subject: x\r\n\r\nx\r\n'));
    expect(await mail()).toEqual({ kind: 'accepted' });
    Object.assign(change, script);
    expect(await mail()).toMatchObject({ kind });
    expect(carrier.isOpen).toBe(false);
  });

  it('a conversation that the server ends is not used again', async () => {
    const carrier = await (await aPostman({})).open();
    for (const socket of sockets) socket.destroy();
    await eventually(() => carrier.isOpen, false);
  });
});

function converse(socket: Socket, answerTo: (command: string) => string | undefined): void {
  const say = (line: string | undefined) => {
    if (line === 'cut') socket.destroy();
    else if (line !== undefined) socket.write(`${line}\r\n`);
  };
  let isBody = false;
  let rest = '';
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const command = isBody ? (line === '.' ? 'body' : '') : (line.split(' ')[0] ?? '');
      if (command === '') continue;
      isBody = command === 'DATA';
      say(answerTo(command));
    }
  });
  say(answerTo('greeting'));
}
