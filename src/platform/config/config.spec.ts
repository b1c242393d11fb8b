import { describe, expect, it } from '@jest/globals';
import { isAbsolute } from 'node:path';
import { CannotStart, readConfig } from './config.js';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://haus.example',
  DATABASE_URL: 'postgres://haus@db.example/haus',
  SMTP_URL: 'smtps://mail.example',
};

function refusalOf(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(CannotStart);
    return (error as CannotStart).message;
  }
  throw new Error('The configuration was taken.');
}

describe('Without any setting the house', () => {
  const config = readConfig({});

  it('is a development house on this machine only (P12)', () => {
    expect(config).toMatchObject({
      isProduction: false,
      host: 'localhost',
      port: 3000,
      demoSitePort: 3001,
      publicUrl: 'http://localhost:3000',
      mailFrom: 'treffen@haus.example',
      logLevel: 'warn',
    });
  });

  it('needs no database, mail server or Jitsi', () => {
    expect([config.databaseUrl, config.smtpUrl, config.jitsi]).toEqual([undefined, undefined, undefined]);
  });

  it('keeps its data in a folder named by its whole path', () => {
    expect(isAbsolute(config.dataDir)).toBe(true);
    expect(config.dataDir).toMatch(/\.data$/);
  });
});

describe('A setting', () => {
  it('that is empty counts as unset', () => {
    const empty = {
      PORT: '',
      DATABASE_URL: '',
      SMTP_URL: '',
      JITSI_URL: '',
      HOST: '',
      NODE_ENV: '',
      PUBLIC_URL: '',
    };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('that nobody knows is left alone', () => {
    expect(readConfig({ PATH: '/bin', FOO: 'bar' })).toEqual(readConfig({}));
  });

  it('PORT moves the public address along', () => {
    expect(readConfig({ PORT: '4000' })).toMatchObject({ port: 4000, publicUrl: 'http://localhost:4000' });
  });

  it('PUBLIC_URL loses its slash and names the mail host', () => {
    expect(readConfig({ PUBLIC_URL: 'https://haus.example.org/' })).toMatchObject({
      publicUrl: 'https://haus.example.org',
      mailFrom: 'treffen@haus.example.org',
    });
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    '%s names no mail host, because mail needs a domain',
    (PUBLIC_URL) => {
      expect(readConfig({ PUBLIC_URL }).mailFrom).toBe('treffen@haus.example');
    },
  );

  it('MAIL_FROM is the sender when given', () => {
    expect(readConfig({ MAIL_FROM: 'post@haus.example' }).mailFrom).toBe('post@haus.example');
  });

  it('MAIL_RATE, MAIL_BOUNCE and BOUNCE_IMAP_URL say how mails leave and come back', () => {
    expect(readConfig({})).toMatchObject({ mailRate: 60, mailBounce: undefined, bounceImapUrl: undefined });
    const bounces = { MAIL_BOUNCE: 'bounce@haus.example', BOUNCE_IMAP_URL: 'imaps://name:wort@mail.example' };
    expect(readConfig({ MAIL_RATE: '600', ...bounces })).toMatchObject({
      mailRate: 600,
      mailBounce: 'bounce@haus.example',
      bounceImapUrl: 'imaps://name:wort@mail.example',
    });
  });

  it('TRUST_PROXY names proxies, and none unless given', () => {
    expect(readConfig({}).trustedProxies).toEqual([]);
    const { trustedProxies } = readConfig({ TRUST_PROXY: '127.0.0.1, 172.16.0.0/12,::1' });
    expect(trustedProxies).toEqual(['127.0.0.1', '172.16.0.0/12', '::1']);
  });

  it('JITSI_URL brings a server with its usual names, slashes at the end cut', () => {
    expect(readConfig({ JITSI_URL: 'https://meet.example/jitsi//' }).jitsi).toEqual({
      baseUrl: 'https://meet.example/jitsi',
      slug: 'demo',
      capacity: 80,
      xmppDomain: 'meet.jitsi',
      mucDomain: 'muc.meet.jitsi',
      issuer: 'virtuelles-haus',
      audience: 'jitsi',
      profile: 'P1',
      hasLobby: false,
      dialIn: [],
      secret: 'demo-secret',
    });
  });

  it.each([
    [{ JITSI_XMPP_DOMAIN: 'meet.verein' }, { mucDomain: 'muc.meet.verein' }],
    [{ JITSI_MUC_DOMAIN: 'raeume.verein' }, { mucDomain: 'raeume.verein', xmppDomain: 'meet.jitsi' }],
    [{ JITSI_PROFILE: 'P0' }, { profile: 'P0', hasLobby: false }],
    [{ JITSI_PROFILE: 'P2' }, { profile: 'P2', hasLobby: true }],
    [
      { JITSI_PROFILE: 'P3', JITSI_LOBBY: 'false' },
      { profile: 'P3', hasLobby: false },
    ],
    [{ JITSI_LOBBY: 'true' }, { profile: 'P1', hasLobby: true }],
    [{ JITSI_DEMO_SECRET: 'kurz' }, { secret: 'kurz' }],
    [
      { JITSI_SECRET: 'ein-langes-geheimnis-1', JITSI_DEMO_SECRET: 'x' },
      { secret: 'ein-langes-geheimnis-1' },
    ],
    [
      { JITSI_DIAL_IN: 'DE +49 231 1234567, AT +43 800 1234567 free' },
      {
        dialIn: [
          { countryCode: 'DE', formattedNumber: '+49 231 1234567', tollFree: false, default: true },
          { countryCode: 'AT', formattedNumber: '+43 800 1234567', tollFree: true, default: false },
        ],
      },
    ],
  ])('of its server: %j', (settings, expected) => {
    expect(readConfig({ JITSI_URL: 'https://meet.example', ...settings }).jitsi).toMatchObject(expected);
  });

  it('JITSI_SECRET is the only secret of a server in production', () => {
    const jitsi = { JITSI_URL: 'https://meet.example', JITSI_DEMO_SECRET: 'demo-secret' };
    expect(readConfig({ ...production, ...jitsi }).jitsi).toMatchObject({ slug: 'main', secret: undefined });
  });
});

describe('A wrong setting is named in one sentence', () => {
  it.each([
    ['PORT', '70000'],
    ['PORT', 'drei'],
    ['PORT', '-1'],
    ['PORT', '0'],
    ['DEMO_SITE_PORT', '0'],
    ['DEMO_SITE_PORT', '3000'],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 'haus.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['PUBLIC_URL', 'https://haus.example/pfad'],
    ['PUBLIC_URL', 'https://haus.example/?x=1'],
    ['PUBLIC_URL', 'https://haus.example/#y'],
    ['PUBLIC_URL', 'https://wer@haus.example'],
    ['TRUST_PROXY', 'proxy.example'],
    ['TRUST_PROXY', '127.0.0.1,10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['DATABASE_URL', 'mysql://db.example/haus'],
    ['SMTP_URL', 'mail.example'],
    ['SMTP_URL', 'https://mail.example'],
    ['MAIL_FROM', 'niemand'],
    ['MAIL_RATE', '0'],
    ['MAIL_RATE', 'viele'],
    ['MAIL_BOUNCE', 'niemand'],
    ['MAIL_BOUNCE', 'a+b@haus.example'],
    ['MAIL_BOUNCE', 'ein-viel-zu-langes-postfach@haus.example'],
    ['BOUNCE_IMAP_URL', 'pop3://mail.example'],
    ['BOUNCE_IMAP_URL', 'imaps://mail.example'],
    ['JITSI_URL', 'ftp://meet.example'],
    ['JITSI_URL', 'https://wer:geheim@meet.example'],
    ['JITSI_URL', 'https://meet.example/?x=1'],
    ['JITSI_URL', 'https://meet.example/#y'],
    ['JITSI_PROFILE', 'P4'],
    ['JITSI_LOBBY', 'vielleicht'],
    ['JITSI_SECRET', 'zu kurz'],
    ['JITSI_SECRET', 'mit leerzeichen und lang genug'],
    ['JITSI_DIAL_IN', '0231 1234567'],
    ['JITSI_CAPACITY', '1'],
    ['LOG_LEVEL', 'laut'],
    ['NODE_ENV', 'prod'],
  ])('%s=%s', (name, value) => {
    const refusal = refusalOf({ [name]: value });
    expect(refusal).toMatch(new RegExp(`^The configuration is wrong\\. ${name}: .+\\.$`));
    expect(refusal).not.toContain('\n');
  });

  it('and several at once', () => {
    const refusal = refusalOf({ PORT: 'drei', LOG_LEVEL: 'laut', SMTP_URL: 'x' });
    expect(refusal).toMatch(/PORT: .+; .*SMTP_URL: .+; .*LOG_LEVEL: /);
    expect(refusal.split('\n')).toHaveLength(1);
  });

  it('that is right alone and wrong beside another', () => {
    expect(refusalOf({ PORT: '4000', DEMO_SITE_PORT: '4000' })).toBe(
      'The configuration is wrong. DEMO_SITE_PORT: must be another port than PORT.',
    );
    expect(readConfig({ ...production, PORT: '3001' }).port).toBe(3001);
  });

  it('without the secret in it', () => {
    expect(refusalOf({ DATABASE_URL: 'mysql://haus:geheim@db/haus' })).not.toContain('geheim');
  });
});

describe('In production', () => {
  it('the house listens to everybody', () => {
    expect(readConfig(production)).toMatchObject({ isProduction: true, host: '0.0.0.0', port: 3000 });
  });

  it('people reach it over TLS only', () => {
    expect(refusalOf({ ...production, PUBLIC_URL: 'http://haus.example' })).toBe(
      'The configuration is wrong. PUBLIC_URL: must begin with https:// in production.',
    );
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000'])('but for a try at %s', (PUBLIC_URL) => {
    expect(readConfig({ ...production, PUBLIC_URL }).publicUrl).toBe(PUBLIC_URL);
  });

  it.each([
    ['PUBLIC_URL', { PUBLIC_URL: undefined }],
    ['MAIL_FROM', { PUBLIC_URL: 'https://192.0.2.1' }],
    ['SMTP_URL, MAIL_FROM', { PUBLIC_URL: 'https://192.0.2.1', SMTP_URL: '' }],
    ['DATABASE_URL', { DATABASE_URL: '' }],
    ['SMTP_URL', { SMTP_URL: undefined }],
    ['PUBLIC_URL, SMTP_URL', { PUBLIC_URL: '', SMTP_URL: '' }],
    ['PUBLIC_URL, DATABASE_URL, SMTP_URL', { PUBLIC_URL: '', DATABASE_URL: '', SMTP_URL: '' }],
  ])('what is missing is named: %s', (missing, change) => {
    expect(refusalOf({ ...production, ...change })).toBe(
      `In production these settings are needed and missing: ${missing}.`,
    );
  });
});
