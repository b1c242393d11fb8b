import { wake } from './clockwork.js';
import { eventually } from './mail-rows.js';
import type { Group } from './people.js';
import type { StoryHouse } from './story-house.js';

export const ASKED = 'Nutzen Sie das Virtuelle Haus noch?';

/** A day of the house: in the morning letters go out, late in the evening groups go that nobody uses. */
export async function morning(house: StoryHouse, day: string): Promise<void> {
  house.clock.moveTo(`${day}T08:50`);
  await wake(house, 'tell-of-unused-groups');
}

export async function evening(house: StoryHouse, day: string): Promise<void> {
  house.clock.moveTo(`${day}T23:40`);
  await wake(house, 'let-unused-groups-go');
  await deletionsAreDone(house);
}

/** Both letters have gone out, and the day has come. Returns it. */
export async function untilTheLastDay(house: StoryHouse, usedOn: string): Promise<string> {
  const after = (months: number) => Temporal.PlainDate.from(usedOn).add({ months }).toString();
  for (const months of [12, 14]) await morning(house, after(months));
  house.clock.moveTo(`${after(15)}T23:40`);
  return after(15);
}

/** Done when no group waits to be deleted, but for those that failed and are tried again. */
export async function deletionsAreDone({ database }: StoryHouse): Promise<void> {
  await eventually(async () => {
    const [row] = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pgboss.job
       WHERE name = 'unusedGroup.expired/delete-group' AND state IN ('created', 'active')`,
    );
    return row?.count;
  }, 0);
}

/** The letters about the end of a group that its representative got: when it asks, and the day of the other one. */
export function lettersTo({ mails }: StoryHouse, { email: address }: Group): string[] {
  return mails.to(address).flatMap(({ email: { subject = '' } }) => {
    if (subject === ASKED) return ['asked'];
    const day = /^Ihr Zugang wird am (.*) gelöscht$/.exec(subject)?.[1];
    return day === undefined ? [] : [day];
  });
}
