import { DEMO_CONTACT_POINTS, DEMO_PASSWORD } from './demo/demo-people.js';
import type { Config } from './platform/config/config.js';

/** What a newcomer needs to know after the start, German and English side by side. */
export function welcome(config: Config): string {
  if (config.isProduction) return `Das Haus ist offen / The house is open: ${config.publicUrl}`;
  const house = config.publicUrl;
  const rows: [string, string][] = [
    ['Haus / House', house],
    ['Webseite einer Kontaktstelle (Demo) / Contact point’s site', `http://localhost:${config.demoSitePort}`],
    ['Schreibtisch / Desk', `${house}/desk`],
    ...(config.smtpUrl
      ? []
      : ([['Postfach / Mailbox', `${house}/dev/mailbox`]] satisfies [string, string][])),
    ['API', `${house}/api/docs`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return [
    '',
    'Das Virtuelle Haus der Selbsthilfe ist offen / The house is open',
    '',
    ...rows.map(([name, address]) => `  ${name.padEnd(width)}${address}`),
    '',
    'Anmelden in der Demo / Demo sign-ins',
    '',
    ...DEMO_CONTACT_POINTS.flatMap(({ slug, groups }) => [
      `  ${'Team / Staff'.padEnd(width)}team@${slug}.example, Passwort / password: ${DEMO_PASSWORD}`,
      ...groups.map(
        ({ label, representative }) => `  ${`${label} (${slug})`.padEnd(width)}${representative.email}`,
      ),
    ]),
    '',
    'Beenden mit Strg-C / Stop with Ctrl-C',
    '',
  ].join('\n');
}
