import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapServer, type KeptMessage } from '../../support/imap-server.js';
import { eventually } from '../../support/mail-rows.js';
import { aDate, aPlace, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

interface InviteeList {
  items: { id: string; email: string; mail: string; mailDetail?: string; link: { sentAt?: string } }[];
}

describe('A mail that comes back is shown as undeliverable (P3)', () => {
  const mailbox = new ImapServer();
  let house: StoryHouse;
  let group: Group;
  let occurrenceId: string;
  let minutes = 0;

  beforeAll(async () => {
    const environment = { MAIL_BOUNCE: 'bounce@haus.example', BOUNCE_IMAP_URL: await mailbox.start() };
    house = await openStoryHouse({ instances: 2, environment });
    ({ group } = await aPlace(house));
    occurrenceId = (await aDate(house, group, {})).id;
    // The first look comes with the start.
    await eventually(logouts, 1);
  });
  afterAll(async () => {
    await house.close();
    await mailbox.stop();
  });

  const logouts = () => mailbox.commands.filter((command) => command === 'LOGOUT').length;
  const invitees = async () =>
    (
      await house.http[0].get<InviteeList>(`/api/occurrences/${occurrenceId}/invitees`, {
        as: group.representative,
      })
    ).body.items;
  const inviteeOf = async (email: string) => (await invitees()).find((invitee) => invitee.email === email);

  /** Invites somebody and returns the return path of the mail, once it is marked as sent. */
  async function anInvitation(email: string): Promise<string> {
    const call = { as: group.representative, body: { invitees: [{ email }] } };
    await house.http[0].post(`/api/occurrences/${occurrenceId}/invitees`, call);
    const { from } = await house.mails.waitFor(email);
    await eventually(async () => (await inviteeOf(email))?.mail, 'sent');
    return from;
  }

  /** What a mail server sends back (RFC 3464). */
  const report = (to: string, fields: string[], from = 'MAILER-DAEMON@mx.post.example') =>
    [
      'Return-Path: <>',
      `From: ${from}`,
      `To: ${to}`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Your mail.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.post.example',
      '',
      'Final-Recipient: rfc822; somebody@else.example',
      ...fields,
      '',
      '--b--',
      '',
    ].join('\r\n');
  const FAILED = ['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 No such user'];
  const DELAYED = ['Action: delayed', 'Status: 4.4.1', 'Diagnostic-Code: smtp; 451 Try again'];

  /** Lets the pause pass, and waits until one of the instances has looked and gone. */
  async function look(): Promise<void> {
    const before = logouts();
    minutes += 4;
    house.clock.moveTo(`2026-12-01T09:${String(minutes).padStart(2, '0')}`);
    await eventually(logouts, before + 1);
  }

  it('each mail has a return path of its own, and the sender people see stays the same', async () => {
    const paths = [await anInvitation('eins@post.example'), await anInvitation('zwei@post.example')];
    expect(new Set(paths).size).toBe(2);
    for (const path of paths) expect(path).toMatch(/^bounce\+[0-9a-z]{25}\.[0-9a-z]{16}@haus\.example$/);
    const { email } = await house.mails.waitFor('eins@post.example');
    expect(email.from?.address).toBe('treffen@haus.example');
  });

  it('a true report marks the one mail with the words of the server, and leaves no trace in the others', async () => {
    const path = await anInvitation('weg@post.example');
    await anInvitation('da@post.example');
    const kept = mailbox.receive(report(path, FAILED));
    await look();
    expect(await inviteeOf('weg@post.example')).toMatchObject({
      mail: 'undeliverable',
      mailDetail: '550 5.1.1 No such user',
      link: { sentAt: expect.any(String) },
    });
    expect(await inviteeOf('da@post.example')).toMatchObject({ mail: 'sent' });
    expect([...kept.flags]).toEqual(['\\Seen']);
  });

  it('a late one leaves the mail as it is', async () => {
    const path = await anInvitation('spaet@post.example');
    const kept = mailbox.receive(report(path, DELAYED));
    await look();
    expect(await inviteeOf('spaet@post.example')).toMatchObject({ mail: 'sent' });
    expect([...kept.flags]).toEqual(['\\Seen']);
  });

  it('what is forged or no report changes nothing and stays unread for a person', async () => {
    const path = await anInvitation('echt@post.example');
    const other = await anInvitation('fremd@post.example');
    const [, id = '', signature = ''] = /\+(\w+)\.(\w+)@/.exec(path) ?? [];
    const [, , wrong = ''] = /\+(\w+)\.(\w+)@/.exec(other) ?? [];
    const before = await invitees();
    const forged: KeptMessage[] = [
      report(`bounce+${id}.${wrong}@haus.example`, FAILED),
      report(`bounce+${id}@haus.example`, FAILED),
      report(`bounce+${id}.${signature}@evil.example`, FAILED),
      report('bounce@haus.example', [...FAILED, `Original-Recipient: rfc822; ${path}`]),
      `From: echt@post.example\r\nTo: ${path}\r\nSubject: Abwesend\r\n\r\nStatus: 5.1.1\r\n`,
      `From: echt@post.example\r\nTo: ${path}\r\nContent-Type: message/rfc822\r\n\r\n${report(path, FAILED)}`,
    ].map((source) => mailbox.receive(source));
    await look();
    expect(await invitees()).toEqual(before);
    expect(forged.flatMap(({ flags }) => [...flags])).toEqual([]);
  });

  it('one about a mail of more than 30 days ago changes nothing', async () => {
    const path = await anInvitation('alt@post.example');
    await house.database.query(
      `UPDATE mails m SET sent_at = sent_at - interval '31 days' FROM invitees i
       WHERE i.id = m.about AND i.email = 'alt@post.example'`,
    );
    mailbox.receive(report(path, FAILED));
    await look();
    expect(await inviteeOf('alt@post.example')).toMatchObject({ mail: 'sent' });
  });

  it('of two instances one looks at a time; nothing is deleted, moved or answered', async () => {
    const mails = house.mails.mails.length;
    const looks = mailbox.looks;
    mailbox.receive(report(await anInvitation('ende@post.example'), FAILED));
    await look();
    await sleep(500);
    expect(mailbox.looks).toBe(looks + 1);
    expect(house.mails.mails).toHaveLength(mails + 1);
    const writing = mailbox.commands.filter((command) =>
      /STORE|EXPUNGE|COPY|MOVE|APPEND|DELETE|CLOSE/.test(command),
    );
    expect(new Set(writing)).toEqual(new Set(['UID STORE']));
    expect(mailbox.messages.flatMap(({ flags }) => [...flags]).every((flag) => flag === '\\Seen')).toBe(true);
  });
});
