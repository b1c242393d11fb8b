import { DoctorModule } from '../meetings/doctor/doctor.module.js';
import { ExamineServer } from '../meetings/doctor/examine-server.js';
import type { Finding, State } from '../meetings/doctor/finding.js';
import { CannotStart } from '../platform/config/config.js';
import { notEnforcedBy } from '../rooms/domain/server-profile.js';
import { MeetingServersReader, type ServerRow } from '../rooms/meeting-servers.reader.js';
import { Refused, WrongUse, type Command } from './command.js';
import { wordsOf } from './command-words.js';
import { withRooms } from './open-rooms.js';
import { tableOf } from './table.js';

const STATES: Record<State, string> = {
  ok: 'gut',
  warn: 'Hinweis',
  fail: 'FEHLER',
  skipped: 'nicht geprüft',
};

/** Tries a Jitsi server from outside: who gets in, who does not, and what its page tells whom. */
export const jitsiDoctor: Command = {
  usage: ['jitsi-doctor <name> [--json]                          tries a Jitsi server of the house'],
  cannotRunCode: 2,
  async run(args, { config, say }) {
    const { words, values } = wordsOf(args, { json: { type: 'boolean' } });
    const [slug, ...more] = words;
    if (slug === undefined || more.length > 0)
      throw new WrongUse(`"${['jitsi-doctor', ...args].join(' ')}" is not known.`);
    await withRooms(
      config,
      async (rooms) => {
        const server = await rooms.get(MeetingServersReader, { strict: false }).find(slug);
        if (!server) throw new CannotStart('There is no server of this name.');
        if (server.baseUrl === '') throw new CannotStart('This server has no address.');
        const findings = await rooms.get(ExamineServer, { strict: false }).run(server);
        say(values['json'] === true ? inJson(server, findings) : inWords(server, findings));
        const faults = findings.filter(({ state }) => state === 'fail').length;
        if (faults > 0) throw new Refused(`${faults} von ${findings.length} Prüfungen: Fehler.`);
      },
      [DoctorModule],
    );
  },
};

function inJson(server: ServerRow, checks: readonly Finding[]): string {
  const { slug, profile } = server;
  return JSON.stringify({ server: slug, profile, checks, notEnforced: notEnforcedBy(server) }, null, 2);
}

function inWords(server: ServerRow, findings: readonly Finding[]): string {
  const rows = findings.map(({ name, state, says }) => [STATES[state], name, says]);
  const mends = findings.flatMap(({ name, mend }) => (mend ? [`  ${name}: ${mend}`] : []));
  const lacks = notEnforcedBy(server).map((sentence) => `  ${sentence}`);
  return [
    tableOf([['Ergebnis', 'Prüfung', 'Befund'], ...rows]),
    ...(mends.length > 0 ? ['', 'Was zu tun ist:', ...mends] : []),
    ...(lacks.length > 0 ? ['', `Was ein Server mit ${server.profile} nicht durchsetzt:`, ...lacks] : []),
  ].join('\n');
}
