import { createHash } from 'node:crypto';
import type { Clock } from '../../kernel/clock.js';
import { judgePageConfig, type Facts } from './config-rules.js';
import { judge, skip, type Finding } from './finding.js';
import { judgeClock, judgeContentPolicy } from './headers.js';

const PATIENCE_MS = 3000;
const MOST_BYTES = 1_000_000;
const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Doors for machines. */
const CLOSED_PATHS = [
  'conference-request/v1', 'room', 'room-size', 'room-census', 'sessions', 'end-meeting', 'kick-participant',
  'invite-jigasi', 'colibri/stats', 'metrics',
]; // prettier-ignore

interface Page {
  status: number;
  headers: Headers;
  text: string;
}

/** Undefined: nobody answers, or not in time. */
async function open(url: string): Promise<Page | { failure: string }> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: answer.status, headers: answer.headers, text: await textOf(answer) };
  } catch (error) {
    return { failure: (error as { cause?: { code?: string } }).cause?.code ?? 'keine Antwort' };
  }
}

async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES) break;
  }
  return Buffer.concat(chunks).toString();
}

/** What can be seen of Jitsi's pages from outside. */
export async function lookAtPages(baseUrl: string, facts: Facts, clock: Clock): Promise<Finding[]> {
  const sent = clock.now();
  const front = await open(`${baseUrl}/`);
  if ('failure' in front) return [awayFor(baseUrl, front.failure)];
  const hosts = [new URL(baseUrl).host, new URL(facts.houseUrl).host];
  const [config, closed] = await Promise.all([open(`${baseUrl}/config.js`), closedPaths(baseUrl)]);
  return [
    judge(REACHABLE, front.status < 500),
    lineOf(baseUrl),
    judgeClock(front.headers.get('date'), sent, clock.now()),
    ...judgeContentPolicy(front.headers.get('content-security-policy'), hosts),
    ...judgePageConfig('failure' in config ? '' : config.text, facts),
    ...closed,
  ];
}

const REACHABLE = {
  name: 'reachable',
  well: 'Jitsis Seite antwortet.',
  wrong: 'Jitsis Seite antwortet mit einem Fehler.',
  mend: 'Die Meldungen von Reverse Proxy und web ansehen.',
};

const TLS_FAULTS = /CERT|TLS|SSL|SELF_SIGNED|ALTNAME|EPROTO|UNABLE_TO_VERIFY/;

function awayFor(baseUrl: string, code: string): Finding {
  const isTls = baseUrl.startsWith('https:') && TLS_FAULTS.test(code);
  return isTls
    ? {
        name: 'tls',
        state: 'fail',
        says: `Die verschlüsselte Verbindung kommt nicht zustande (${code}).`,
        mend: 'Zertifikat des Reverse Proxys prüfen: Name, Ablauf, vollständige Kette.',
      }
    : {
        name: 'reachable',
        state: 'fail',
        says: `Jitsis Seite antwortet nicht (${code}).`,
        mend: 'Adresse des Servers im Haus, DNS, Firewall und Reverse Proxy prüfen.',
      };
}

function lineOf(baseUrl: string): Finding {
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'http:' && LOOPBACK_HOSTS.has(hostname)) return skip('tls', 'Nur auf diesem Rechner.');
  return judge(
    {
      name: 'tls',
      well: 'Die Verbindung ist verschlüsselt, das Zertifikat gilt.',
      wrong: 'Die Verbindung ist nicht verschlüsselt.',
      mend: 'Den Server mit https:// eintragen und TLS einrichten.',
    },
    protocol === 'https:',
  );
}

async function closedPaths(baseUrl: string): Promise<Finding[]> {
  return Promise.all(
    CLOSED_PATHS.map(async (path) => {
      const name = `closed./${path}`;
      const page = await open(`${baseUrl}/${path}`);
      if ('failure' in page) return skip(name, `/${path} gab keine Antwort.`);
      return judge(
        {
          name,
          well: `/${path} ist von außen zu.`,
          wrong: `/${path} antwortet von außen (${page.status}).`,
          mend: 'docker/jitsi/web/nginx-custom/house.conf übernehmen oder den Pfad im Reverse Proxy sperren.',
        },
        page.status === 403 || page.status === 404,
      );
    }),
  );
}

/** Whether the house serves the key as Prosody asks for it. */
export async function lookAtKey(houseUrl: string, kid: string): Promise<Finding> {
  const hash = createHash('sha256').update(kid).digest('hex');
  const page = await open(`${houseUrl}/jitsi/keys/${hash}.pem`);
  const isServed = !('failure' in page) && page.status === 200 && page.text.includes('BEGIN PUBLIC KEY');
  return judge(
    {
      name: 'key',
      well: 'Das Haus gibt den Schlüssel seiner Tokens heraus.',
      wrong: 'Das Haus gibt den Schlüssel seiner Tokens nicht heraus: Jitsi lässt niemanden ein.',
      mend: 'PUBLIC_URL des Hauses prüfen, und dass dieser Befehl dieselbe DATA_DIR hat wie das Haus. Ein neuer Schlüssel braucht eine Minute.',
    },
    isServed,
  );
}
