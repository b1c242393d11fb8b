import { describe, expect, it } from '@jest/globals';
import { readDeliveryReport } from './delivery-report.js';

interface Parts {
  to?: string;
  type?: string;
  status?: string[];
}

function aReport({
  to = 'To: bounce+x.y@haus.example',
  type = 'multipart/report; report-type=delivery-status; boundary="b"',
  status = [
    'Reporting-MTA: dns; mx.post.example',
    '',
    'Final-Recipient: rfc822; rosa@post.example',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 no such',
    '   user here',
  ],
}: Parts = {}): Uint8Array {
  const lines = [
    'From: MAILER-DAEMON@mx.post.example',
    to,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your mail could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    ...status,
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: treffen@haus.example',
    'To: rosa@post.example',
    'Subject: Einladung',
    '',
    'Guten Tag',
    '--b--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

describe('A delivery report', () => {
  it('says in whose words a mail failed, and where the report was sent', async () => {
    expect(await readDeliveryReport(aReport())).toEqual({
      sentTo: ['bounce+x.y@haus.example'],
      hasFailed: true,
      words: '550 5.1.1 no such user here',
    });
  });

  it.each([
    ['final', ['Action: failed', 'Status: 5.1.1'], true],
    ['given up after waiting in vain', ['Action: failed', 'Status: 4.4.7'], true],
    ['late', ['Action: delayed', 'Status: 4.4.1'], false],
    ['late, in capitals', ['ACTION: DELAYED', 'STATUS: 4.4.1'], false],
    ['passed on', ['Action: relayed', 'Status: 2.0.0'], false],
    ['delivered', ['Action: delivered', 'Status: 2.0.0'], false],
    ['final without an action', ['Status: 5.7.1'], true],
    ['late without an action', ['Status: 4.7.1'], false],
    ['empty', [], false],
  ])('that is %s', async (_name, fields, hasFailed) => {
    const status = ['Reporting-MTA: dns; mx.post.example', '', ...fields];
    expect((await readDeliveryReport(aReport({ status })))?.hasFailed).toBe(hasFailed);
  });

  it.each([
    ['Delivered-To', 'To: undisclosed\r\nDelivered-To: bounce+x.y@haus.example'],
    ['X-Original-To', 'X-Original-To: <bounce+x.y@haus.example>'],
    ['a name and brackets', 'To: "Haus" <bounce+x.y@haus.example>'],
  ])('names its own address in %s', async (_name, to) => {
    expect((await readDeliveryReport(aReport({ to })))?.sentTo).toContain('bounce+x.y@haus.example');
  });

  it('is told apart from any other mail', async () => {
    const others = [
      aReport({ type: 'multipart/mixed; boundary="b"' }),
      aReport({ type: 'multipart/report; report-type=disposition-notification; boundary="b"' }),
      Buffer.from('From: rosa@post.example\r\nTo: bounce+x.y@haus.example\r\n\r\nAbwesend.\r\n'),
      Buffer.from(''),
      Buffer.from([0xff, 0xfe, 0x00]),
    ];
    for (const source of others) expect(await readDeliveryReport(source)).toBeUndefined();
  });

  it('that is only forwarded inside another mail is none', async () => {
    const forwarded = [
      'To: bounce+x.y@haus.example',
      'Content-Type: message/rfc822',
      '',
      Buffer.from(aReport()).toString(),
    ].join('\r\n');
    expect(await readDeliveryReport(Buffer.from(forwarded))).toBeUndefined();
  });

  it('keeps its words short, on one line', async () => {
    const status = ['Action: failed', `Diagnostic-Code: smtp; 550 \u202e\u2028${'x'.repeat(5000)}`];
    const words = (await readDeliveryReport(aReport({ status })))?.words ?? '';
    expect(words).toHaveLength(200);
    expect(words).toMatch(/^550 +x+$/);
  });

  it('without a word gets one', async () => {
    const status = ['Action: failed'];
    expect((await readDeliveryReport(aReport({ status })))?.words).toMatch(/zurückgeschickt\.$/);
  });
});
