import { judge, skip, type Finding } from './finding.js';

/** What a browser and the house may be apart before somebody is refused at the door. */
const MOST_SECONDS_APART = 5;

const HARMLESS = new Set(["'self'", "'none'", 'data:', 'blob:', "'report-sample'"]);

/** Between when `sent` and `heard` the server wrote this header. */
export function judgeClock(header: string | null, sent: Temporal.Instant, heard: Temporal.Instant): Finding {
  const at = Date.parse(header ?? '');
  if (Number.isNaN(at)) return skip('clock', 'Der Server nennt seine Uhrzeit nicht (Date).');
  // Whole seconds, cut off.
  const [early, late] = [sent.epochMilliseconds - (at + 999), at - heard.epochMilliseconds];
  const seconds = Math.round(Math.max(early, late, 0) / 1000);
  return judge(
    {
      name: 'clock',
      well: 'Die Uhren von Haus und Jitsi stimmen überein.',
      wrong: `Die Uhren von Haus und Jitsi sind ${seconds} Sekunden auseinander.`,
      mend: 'Auf beiden Rechnern NTP einschalten: Tokens gelten auf die Sekunde.',
    },
    seconds <= MOST_SECONDS_APART,
  );
}

/** Where Jitsi's page may speak to. A link may switch settings of Jitsi, but not this header. */
export function judgeContentPolicy(header: string | null, hosts: readonly string[]): Finding[] {
  const policy = readPolicy(header ?? '');
  const sources = policy.get('connect-src') ?? policy.get('default-src');
  const mend = 'CSP_HEADER setzen wie in docker/jitsi/compose.yml.';
  const strangers = (sources ?? []).filter((source) => !isOurs(source, hosts));
  const says = sources
    ? `Jitsis Seite darf auch andere fragen: ${strangers.slice(0, 5).join(' ').slice(0, 200)}.`
    : 'Jitsis Seite darf beliebige Server fragen: Es gibt keine Content-Security-Policy dafür.';
  return [
    judge(
      { name: 'content-policy', well: 'Jitsis Seite darf nur Jitsi und das Haus fragen.', wrong: says, mend },
      sources !== undefined && strangers.length === 0,
    ),
    judge(
      {
        name: 'frame-ancestors',
        well: 'Keine fremde Seite kann Jitsi in sich anzeigen.',
        wrong: 'Jede fremde Seite kann Jitsi in sich anzeigen.',
        mend: `${mend} Darin steht frame-ancestors.`,
        isMinor: true,
      },
      (policy.get('frame-ancestors') ?? ['*']).every((source) => isOurs(source, hosts)),
    ),
  ];
}

/** Of a directive that stands twice, the first counts (CSP 3, 2.2.1). */
function readPolicy(header: string): Map<string, string[]> {
  const directives = header.split(';').map((part) => part.trim().split(/\s+/));
  const named = directives.map(([name = '', ...sources]) => [name.toLowerCase(), sources] as const);
  return new Map(named.filter(([name]) => name !== '').reverse());
}

function isOurs(source: string, hosts: readonly string[]): boolean {
  const text = source.toLowerCase();
  return HARMLESS.has(text) || hosts.includes(text.replace(/^(https?|wss?):\/\//, '').replace(/\/.*$/, ''));
}
