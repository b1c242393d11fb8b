import { Prosody } from './prosody.js';
import { SlotHouse } from './prosody-house.js';
import { XmppPerson } from './xmpp-person.js';

/** Jitsi's own account that opens the rooms; it is in every room under this name. */
const FOCUS = 'focus';

export interface GuardedJitsi {
  house: SlotHouse;
  prosody: Prosody;
  signIn(account: string): Promise<XmppPerson>;
  /** Resolves with "in" when the room is open, or with the words of the refusal. */
  openRoom(room: string): Promise<string>;
  /** A participant in a room that is open. */
  inRoom(room: string, account: string): Promise<XmppPerson>;
  /** @param whileDown what happens before it is up again */
  restart(whileDown?: () => unknown): Promise<void>;
  close(): Promise<void>;
}

/** Prosody with the slot guard, a house that answers what the story says, and Jitsi's focus. */
export async function openGuardedJitsi({ isHouseAway = false } = {}): Promise<GuardedJitsi> {
  const house = new SlotHouse();
  await house.start();
  if (isHouseAway) await house.stop();
  const prosody = await Prosody.start(house.url, house.token);
  let people: XmppPerson[] = [];
  const signIn = async (account: string) => {
    const person = await XmppPerson.signIn(prosody, account);
    people.push(person);
    return person;
  };
  let focus = await signIn('focus@auth.meet.jitsi');
  const signOutAll = async () => {
    for (const person of people) await person.signOut();
    people = [];
  };
  const openRoom = (room: string) => focus.enter(room, FOCUS);
  return {
    house,
    prosody,
    signIn,
    openRoom,
    inRoom: async (room, account) => {
      const person = await signIn(account);
      const answer = await person.enter(room, account);
      if (answer !== 'in') throw new Error(`${account} did not get into ${room}: ${answer}`);
      return person;
    },
    restart: async (whileDown = () => undefined) => {
      await signOutAll();
      await prosody.down();
      await whileDown();
      await prosody.up();
      focus = await signIn('focus@auth.meet.jitsi');
    },
    close: async () => {
      await signOutAll();
      await prosody.remove();
      await house.stop();
    },
  };
}
