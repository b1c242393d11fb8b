import { describe, expect, it } from '@jest/globals';
import type { Occurrence, RepresentativeMe } from '../api/shapes.js';
import { nextHouse, outside, placeOf, type HouseEvent } from './house-flow.js';

const me = (facts: Partial<RepresentativeMe> = {}): RepresentativeMe => ({
  person: { id: 'p1', name: 'Maria', email: 'm@example.org' },
  groups: [
    { id: 'g0', label: 'Gruppe 3', state: 'paused' },
    { id: 'g1', label: 'Gruppe 17', state: 'active' },
  ],
  openAgreements: [],
  ...facts,
});
const entered: HouseEvent = { type: 'entered', me: me() };
const reserving: HouseEvent = { type: 'went', screen: { name: 'reserve' } };
const ended: HouseEvent = { type: 'sessionEnded' };
const walk = (...events: HouseEvent[]) => events.reduce(nextHouse, outside);

describe('house flow', () => {
  it('enters with the first active group at the dates', () => {
    expect(walk(entered)).toMatchObject({
      signedIn: true,
      inside: { groupId: 'g1', screen: { name: 'dates' } },
    });
  });

  it('shows open agreements until they are accepted', () => {
    const open = me({ openAgreements: [{ version: '1', title: 'Regeln', text: '…' }] });
    expect(walk({ type: 'entered', me: open }).inside?.agreements).toHaveLength(1);
    expect(walk({ type: 'entered', me: open }, { type: 'agreed' }).inside?.agreements).toEqual([]);
  });

  it('brings the same person back to what they were doing', () => {
    const away = walk(entered, reserving, ended);
    expect(away).toMatchObject({
      signedIn: false,
      farewell: 'ended',
      inside: { screen: { name: 'reserve' } },
    });
    expect(nextHouse(away, entered)).toMatchObject({
      signedIn: true,
      inside: { screen: { name: 'reserve' } },
    });
  });

  it('shows another person nothing of it', () => {
    const other = me({ person: { id: 'p2', name: 'Max', email: 'x@example.org' } });
    expect(walk(entered, reserving, ended, { type: 'entered', me: other }).inside?.screen).toEqual({
      name: 'dates',
    });
  });

  it('forgets everything when the person signs out', () => {
    expect(walk(entered, reserving, { type: 'signedOut' })).toEqual({
      signedIn: false,
      farewell: 'signedOut',
    });
  });

  it('and when the person gave up the last group', () => {
    expect(walk(entered, reserving, { type: 'gaveUp' })).toEqual({ signedIn: false, farewell: 'gaveUp' });
  });

  it('names the place a person is at', () => {
    expect(placeOf(outside)).toBe('sign-in');
    expect(placeOf(walk(entered, reserving))).toBe('reserve');
    expect(placeOf(walk(entered, reserving, ended))).toBe('sign-in');
  });

  it('keeps a date that is being moved, and what is typed below the list of dates', () => {
    const occurrence = { id: 'o1' } as Occurrence;
    const moving: HouseEvent = { type: 'went', screen: { name: 'move', occurrence } };
    expect(placeOf(walk(entered, moving))).toBe('move');
    expect(walk(entered, moving, ended, entered).inside?.screen).toEqual({ name: 'move', occurrence });
    expect(walk(entered, ended)).toMatchObject({
      signedIn: false,
      farewell: 'ended',
      inside: { groupId: 'g1', screen: { name: 'dates' } },
    });
  });

  it('keeps nothing of somebody who has not agreed yet', () => {
    const open = me({ openAgreements: [{ version: '1', title: 'Regeln', text: '…' }] });
    expect(walk({ type: 'entered', me: open }, ended).inside).toBeUndefined();
  });

  it('says goodbye, not sign in again, when the answer to giving up came after the end', () => {
    expect(walk(entered, ended, { type: 'gaveUp' })).toEqual({ signedIn: false, farewell: 'gaveUp' });
  });
});
