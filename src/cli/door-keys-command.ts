import { SystemClock } from '../kernel/clock.js';
import { KEY_RESTS_HOURS, KEY_WAITS_MINUTES, type KeyState } from '../meetings/domain/key-ring.js';
import { DoorKeys } from '../meetings/door-keys.js';
import { Refused, WrongUse, type Command, type CommandContext } from './command.js';
import { wordsOf } from './command-words.js';
import { tableOf } from './table.js';

const STATES: Record<KeyState, string> = {
  inUse: 'in use',
  waiting: `waits, in use ${KEY_WAITS_MINUTES} minutes after it was made`,
  resting: 'no longer in use, but tokens of it may be out',
  done: 'no longer needed',
};

/** The keys that sign for Jitsi's doors. Needs the data folder of the house and nothing else. */
export const doorKeys: Command = {
  usage: [
    'door-keys                                             the keys that sign for Jitsi, and which one is in use',
    'door-keys new                                         makes a new key',
    'door-keys drop <id> [--leaked]                        removes a key',
  ],
  run(args, { config, say }) {
    const { words, values } = wordsOf(args, { leaked: { type: 'boolean' } });
    const isLeaked = values['leaked'] === true;
    const [action = 'list', kid = '', ...more] = words;
    const work = more.length === 0 ? actionOf({ action, isLeaked, hasKid: kid !== '' }) : undefined;
    if (!work) throw new WrongUse(`"${['door-keys', ...args].join(' ')}" is not known.`);
    work({ keys: DoorKeys.in(config.dataDir, new SystemClock()), kid, isLeaked, say });
    return Promise.resolve();
  },
};

interface Asked extends Pick<CommandContext, 'say'> {
  keys: DoorKeys;
  kid: string;
  isLeaked: boolean;
}

function actionOf(said: { action: string; isLeaked: boolean; hasKid: boolean }) {
  const { action, isLeaked, hasKid } = said;
  if (action === 'drop') return hasKid ? dropKey : undefined;
  if (isLeaked || hasKid) return undefined;
  return { list: showKeys, new: addKey }[action];
}

function showKeys({ keys, say }: Asked): void {
  const rows = keys.list().map(({ kid, madeAt, state }) => {
    const made = madeAt.epochMilliseconds === 0 ? 'long ago' : madeAt.toString({ smallestUnit: 'second' });
    return [kid, made, STATES[state]];
  });
  say(tableOf([['id', 'made', 'state'], ...rows]));
}

function addKey({ keys, say }: Asked): void {
  const kid = keys.add();
  say(
    `The key ${kid} is made. It is in use in ${KEY_WAITS_MINUTES} minutes; until then Jitsi can get to know it.`,
  );
}

function dropKey({ keys, kid, isLeaked, say }: Asked): void {
  const state = keys.list().find((key) => key.kid === kid)?.state;
  if (!state) throw new Refused(`There is no key ${kid}.`);
  if (!isLeaked) refuseNeeded(kid, state);
  keys.drop(kid);
  say(`The key ${kid} is removed. Instances of the house that run notice it within a minute.`);
  if (!isLeaked) return;
  say('Now restart Prosody on every Jitsi server: it remembers keys that it has met until it is restarted.');
  say('People who are in a meeting stay in it; whoever comes back needs their link once more.');
}

/** A key that is out of use still opens for those who hold a token of it. Throws Refused. */
function refuseNeeded(kid: string, state: KeyState): void {
  if (state === 'inUse')
    throw new Refused(
      `The key ${kid} is in use. Make a new one first (door-keys new), or add --leaked if strangers have it.`,
    );
  if (state === 'resting')
    throw new Refused(
      `The key ${kid} was in use within the last ${KEY_RESTS_HOURS} hours. Wait, or add --leaked if strangers have it.`,
    );
}
