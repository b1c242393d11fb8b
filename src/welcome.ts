import { DEMO_CONTACT_POINTS, DEMO_PASSWORD } from './demo/demo-people.js';
import { DEMO_OPERATOR, demoStaffOf } from './demo/demo-staff.js';
import type { Config } from './platform/config/config.js';

/** What a newcomer needs to know after the start, German and English side by side. */
export function welcome(config: Config, demoStaff: string[]): string {
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
    ...demoSignIns(width, demoStaff),
    'Beenden mit Strg-C / Stop with Ctrl-C',
    '',
  ].join('\n');
}

/** Nothing where the database is a real one: nobody of the demo lives there. */
function demoSignIns(width: number, demoStaff: string[]): string[] {
  const contactPoints = DEMO_CONTACT_POINTS.filter(({ slug }) => demoStaff.includes(demoStaffOf(slug)));
  if (contactPoints.length === 0) return [];
  const withPassword = (email: string) => `${email}, Passwort / password: ${DEMO_PASSWORD}`;
  const rows: [string, string][] = [
    ...contactPoints.flatMap(({ slug, groups }): [string, string][] => [
      ['Team / Staff', withPassword(demoStaffOf(slug))],
      ...groups.map(({ label, representative }): [string, string] => [
        `${label} (${slug})`,
        representative.email,
      ]),
    ]),
    ...(demoStaff.includes(DEMO_OPERATOR)
      ? ([['Betrieb / Operator', withPassword(DEMO_OPERATOR)]] satisfies [string, string][])
      : []),
  ];
  const lines = rows.map(([name, signIn]) => `  ${name.padEnd(width)}${signIn}`);
  return ['Anmelden in der Demo / Demo sign-ins', '', ...lines, ''];
}
