import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Visitor, type Door } from '../../../src/meetings/doctor/visitor.js';
import { aSlot } from '../../support/prosody-house.js';
import { openGuardedJitsi, type GuardedJitsi } from '../../support/prosody-story.js';

let jitsi: GuardedJitsi;
let door: Door;
const visitors: Visitor[] = [];

beforeAll(async () => {
  jitsi = await openGuardedJitsi();
  door = {
    baseUrl: `http://127.0.0.1:${jitsi.prosody.httpPort}`,
    xmppDomain: 'anonymous.jitsi',
    mucDomain: 'muc.meet.jitsi',
  };
});
afterAll(async () => {
  for (const visitor of visitors) visitor.leave();
  await jitsi.close();
});

function knockAt(room: string): Visitor {
  const visitor = Visitor.at(door, room, 'any');
  visitors.push(visitor);
  return visitor;
}

describe("At a real Prosody the doctor's visitor", () => {
  it('enters over the websocket, is no owner, and notices that the guard closes the room', async () => {
    jitsi.house.slots = [aSlot('ahorn')];
    await jitsi.house.isHeard();
    expect(await jitsi.openRoom('ahorn')).toBe('in');
    const visitor = knockAt('ahorn');
    expect(await visitor.enter()).toEqual({ kind: 'in' });
    expect(visitor.affiliation).toBe('none');
    expect(await visitor.becomesOwner(200)).toBe(false);
    expect(await visitor.findComponents()).toEqual([]);
    jitsi.house.slots = [];
    expect(await visitor.isPutOut(5000)).toBe(true);
  });

  it('hears by whom and why it is refused', async () => {
    expect(await knockAt('birke').enter()).toEqual({
      kind: 'refused',
      by: expect.stringMatching(/^Raum: .*Dieser Raum ist jetzt nicht reserviert.*; davor Konferenz: /),
    });
  });

  it('stays inside while the room is open', async () => {
    jitsi.house.slots = [aSlot('buche')];
    await jitsi.house.isHeard();
    await jitsi.openRoom('buche');
    const visitor = knockAt('buche');
    expect(await visitor.enter()).toEqual({ kind: 'in' });
    expect(await visitor.isPutOut(500)).toBe(false);
  });

  it('notices that nobody answers at all', async () => {
    const visitor = Visitor.at({ ...door, baseUrl: 'http://127.0.0.1:1' }, 'ahorn', undefined);
    expect(await visitor.enter()).toEqual({ kind: 'unreachable' });
  });
});
