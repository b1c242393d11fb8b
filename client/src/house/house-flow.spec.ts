import { describe, expect, it } from '@jest/globals';
import type { Occurrence, RepresentativeMe } from '../api/shapes.js';
import { depthOf, nextHouse, outside, placeOf, type HouseEvent, type HouseState } from './house-flow.js';

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
const back: HouseEvent = { type: 'wentBack' };
const forward: HouseEvent = { type: 'wentForward' };
const toDates: HouseEvent = { type: 'went', screen: { name: 'dates' } };
const further: HouseEvent = { type: 'wentFurther', isFurther: true };
const date = (id = 'o1', version = 1) => ({ id, version }) as Occurrence;
const inviting = (id?: string, version?: number): HouseEvent => ({
  type: 'went',
  screen: { name: 'invitees', occurrence: date(id, version) },
});
const moving = (id?: string, version?: number): HouseEvent => ({
  type: 'went',
  screen: { name: 'move', occurrence: date(id, version) },
});
const typing = (): HouseEvent => ({ type: 'typed', occurrence: date() });
const screenOf = ({ inside }: HouseState) => inside?.screen;
const walk = (...events: HouseEvent[]) => events.reduce(nextHouse, outside);

describe('house flow', () => {
  it('enters with the first active group at the dates', () => {
    expect(walk(entered)).toMatchObject({
      signedIn: true,
      inside: { groupId: 'g1', screen: { name: 'dates' } },
    });
  });

  it('knows a group that rests since, and stays where it is', () => {
    const groups = me().groups.map((group) => ({ ...group, state: 'paused' as const }));
    const { inside } = walk(entered, reserving, { type: 'groupsRead', groups });
    expect(inside).toEqual({ ...walk(entered, reserving).inside, groups });
  });

  it('shows open agreements until they are accepted', () => {
    const open = me({ openAgreements: [{ version: '1', title: 'Regeln', text: '…' }] });
    expect(walk({ type: 'entered', me: open }).inside?.agreements).toHaveLength(1);
    expect(walk({ type: 'entered', me: open }, { type: 'agreed' }).inside?.agreements).toEqual([]);
  });

  it('says that the rules have changed while somebody read them, and only then', () => {
    const open = (version: string, personId = 'p1'): HouseEvent => ({
      type: 'entered',
      me: me({
        person: { id: personId, name: 'Maria', email: 'm@example.org' },
        openAgreements: [{ version, title: 'Regeln', text: '…' }],
      }),
    });
    const changed = walk(open('1'), open('2')).inside;
    expect(changed).toMatchObject({ haveRulesChanged: true, agreements: [{ version: '2' }] });
    for (const events of [
      [open('1')],
      [open('1'), open('1')],
      [open('1'), open('2', 'p2')],
      [entered, open('1')],
      [open('1'), entered],
      [open('1'), open('2'), { type: 'agreed' } as const],
    ])
      expect(walk(...events).inside?.haveRulesChanged).toBe(false);
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

  it('lets whoever is turned away begin anew, and tells them why', () => {
    const turnedAway: HouseEvent = { type: 'turnedAway' };
    expect(walk(turnedAway)).toEqual({ signedIn: false, farewell: 'ended', tries: 1 });
    expect(walk(entered, reserving, ended, turnedAway, turnedAway)).toMatchObject({
      farewell: 'ended',
      tries: 2,
      inside: { screen: { name: 'reserve' } },
    });
    expect(walk(entered, turnedAway)).toEqual(walk(entered));
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

  it('keeps what was typed while rules are read that are new since, also if the session ends over them', () => {
    const open = me({ openAgreements: [{ version: '2', title: 'Regeln', text: '…' }] });
    const reading = walk(entered, reserving, ended, { type: 'entered', me: open });
    expect([placeOf(reading), depthOf(reading), reading.inside?.hasAgreed]).toEqual(['agree', 0, true]);
    expect(placeOf(nextHouse(reading, { type: 'agreed' }))).toBe('reserve');
    const again = [ended, { type: 'entered', me: open } as const, { type: 'agreed' } as const];
    expect(screenOf(again.reduce(nextHouse, reading))).toBe(screenOf(reading));
  });

  it('has no screens behind the rules for who comes for the first time', () => {
    const open = me({ openAgreements: [{ version: '1', title: 'Regeln', text: '…' }] });
    expect(walk({ type: 'entered', me: open }).inside?.hasAgreed).toBe(false);
  });

  it('says goodbye, not sign in again, when the answer to giving up came after the end', () => {
    expect(walk(entered, ended, { type: 'gaveUp' })).toEqual({ signedIn: false, farewell: 'gaveUp' });
  });
});

describe('Back and Forward of the browser', () => {
  it('count the screens behind the first', () => {
    const open = me({ openAgreements: [{ version: '1', title: 'Regeln', text: '…' }] });
    const depths = [
      [entered],
      [entered, reserving],
      [entered, reserving, further],
      [entered, reserving, ended],
    ];
    expect(depths.map((events) => depthOf(walk(...events)))).toEqual([0, 1, 2, 0]);
    expect(depthOf(outside)).toBe(0);
    expect(depthOf(walk({ type: 'entered', me: open }))).toBe(0);
    expect(depthOf(walk(entered, reserving, further, ended, entered))).toBe(2);
  });

  it('lead to the dates, and to the very screen that was left', () => {
    const form = walk(entered, reserving);
    const left = nextHouse(form, back);
    expect(left.inside).toMatchObject({ screen: { name: 'dates' }, left: { name: 'reserve' } });
    expect(nextHouse(left, forward)).toEqual(form);
    expect(screenOf(nextHouse(left, forward))).toBe(screenOf(form));
  });

  it('lead from what lies behind a form to the form first', () => {
    const form = walk(entered, reserving, further, back);
    expect([placeOf(form), depthOf(form)]).toEqual(['reserve', 1]);
    expect(placeOf(nextHouse(form, back))).toBe('dates');
  });

  it('do nothing where there is nothing to go to', () => {
    const dates = walk(entered);
    expect(nextHouse(dates, back)).toEqual(dates);
    expect(nextHouse(dates, forward)).toEqual(dates);
    expect(walk(entered, reserving, toDates, forward)).toEqual(dates);
    expect(nextHouse(outside, back)).toEqual(outside);
  });

  it('keep a form for who opens it again, until its room is reserved or another group is chosen', () => {
    const form = walk(entered, reserving);
    const openedAgain: HouseEvent = { type: 'went', screen: { name: 'reserve' } };
    const reserveAfter = (...events: HouseEvent[]) =>
      screenOf([...events, openedAgain].reduce(nextHouse, form)) === screenOf(form) ? 'as it was' : 'anew';
    const reserved: HouseEvent = { type: 'reserved' };
    expect(reserveAfter(back)).toBe('as it was');
    expect(reserveAfter(back, ended, entered)).toBe('as it was');
    expect(reserveAfter(toDates)).toBe('anew');
    expect(reserveAfter(reserved, back)).toBe('anew');
    expect(reserveAfter(back, { type: 'groupChosen', groupId: 'g0' })).toBe('anew');
    const begunAnew: HouseEvent = { type: 'begunAnew' };
    expect(reserveAfter(reserved, begunAnew, back)).toBe('as it was');
    expect(reserveAfter(reserved, begunAnew, reserved, back)).toBe('anew');
    // The form that begins anew is kept like the first.
    expect(walk(entered, reserving, reserved, back, openedAgain).inside?.hasReserved).toBe(false);
  });

  it('keep addresses for who invites to the same date again, as long as there are some', () => {
    const form = walk(entered, inviting(), typing());
    const again = (screen: HouseEvent, ...events: HouseEvent[]) =>
      screenOf([...events, back, screen].reduce(nextHouse, form)) === screenOf(form) ? 'as it was' : 'anew';
    expect(again(inviting())).toBe('as it was');
    expect(again(inviting(), ended, entered)).toBe('as it was');
    expect(again(inviting('o2'))).toBe('anew');
    expect(again(inviting('o1', 2))).toBe('anew');
    expect(again(moving())).toBe('anew');
    expect(again(inviting(), { type: 'typed', occurrence: undefined })).toBe('anew');
    expect(again(inviting(), toDates, inviting())).toBe('anew');
    expect(walk(entered, inviting(), typing(), back, { type: 'groupChosen', groupId: 'g0' })).toMatchObject({
      inside: { screen: { name: 'dates' } },
    });
  });

  it('keep addresses for a date that was just reserved, until they are sent or given up', () => {
    const who = walk(entered, reserving, { type: 'reserved' }, typing());
    expect(placeOf([back, inviting()].reduce(nextHouse, who))).toBe('reserve');
    expect(placeOf([back, inviting('o2')].reduce(nextHouse, who))).toBe('invitees');
    const done: HouseEvent = { type: 'wentFurther', isFurther: false };
    expect(placeOf([done, back, inviting()].reduce(nextHouse, who))).toBe('invitees');
  });

  it('keep a date that is being moved, unless it has changed', () => {
    const form = walk(entered, moving());
    const again = (screen: HouseEvent) => screenOf([back, screen].reduce(nextHouse, form));
    expect(again(moving())).toBe(screenOf(form));
    expect(again(moving('o1', 2))).not.toBe(screenOf(form));
    expect(again(moving('o2'))).not.toBe(screenOf(form));
  });
});
