import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TellOfNewRules } from '../../../src/notifications/tell-of-new-rules.schedule.js';
import { mailsAreOut, wake } from '../../support/clockwork.js';
import { aContactPoint, aGroup, insert, type ContactPoint, type Group } from '../../support/people.js';
import { openStoryHouse, type StoryHouse } from '../../support/story-house.js';

const SUBJECT = 'Neue Spielregeln im Virtuellen Haus';

let house: StoryHouse;

beforeAll(async () => {
  house = await openStoryHouse({ instances: 2 });
});
afterAll(() => house.close());

const told = ({ email }: Group) =>
  house.mails.to(email).filter(({ email: { subject } }) => subject === SUBJECT);

const publish = (at: ContactPoint, version: number) =>
  insert(house.database, 'agreements', {
    contact_point_id: at.id,
    version,
    title: 'Spielregeln',
    text: `Fassung ${version}`,
  });

const accept = (group: Group, version: number) =>
  house.http[0].post(`/api/me/agreements/${version}`, { as: group.representative });

describe('When the rules change', () => {
  it('whoever represents an active group is told, once for each version, whatever instances do', async () => {
    const at = await aContactPoint(house);
    await publish(at, 1);
    const group = await aGroup(house, at);
    await wake(house, 'tell-of-new-rules');
    expect(told(group)).toHaveLength(0);

    await publish(at, 2);
    const tell = () => house.apps.map((app) => app.get(TellOfNewRules, { strict: false }).run());
    await Promise.all([...tell(), ...tell(), ...tell()]);
    await mailsAreOut(house);
    await wake(house, 'tell-of-new-rules');
    expect(told(group)).toHaveLength(1);
    expect(told(group)[0]?.email.text).toContain(`https://${at.slug}.example/online`);

    await publish(at, 3);
    await wake(house, 'tell-of-new-rules');
    expect(told(group)).toHaveLength(2);
  });

  it('with two groups, once all the same', async () => {
    const at = await aContactPoint(house);
    await publish(at, 1);
    const group = await aGroup(house, at);
    const body = { label: 'Noch eine', representatives: [{ name: 'Erika Muster', email: group.email }] };
    expect((await house.http[0].post('/api/groups', { as: at.staff, body })).status).toBe(201);
    await publish(at, 2);
    await wake(house, 'tell-of-new-rules');
    expect(told(group)).toHaveLength(1);
  });

  it('nobody is told who has agreed, whose group rests, came later, or belongs elsewhere', async () => {
    const at = await aContactPoint(house);
    await publish(at, 1);
    const [agreed, rests, elsewhere] = [
      await aGroup(house, at),
      await aGroup(house, at),
      await aGroup(house),
    ];
    await house.http[0].post(`/api/groups/${rests.id}/pause`, { as: at.staff });
    await publish(at, 2);
    const late = await aGroup(house, at);
    expect((await accept(agreed, 2)).status).toBeLessThan(300);
    await wake(house, 'tell-of-new-rules');
    expect([agreed, rests, elsewhere, late].map((group) => told(group).length)).toEqual([0, 0, 0, 0]);
  });
});
