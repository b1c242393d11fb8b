import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Groups know when they were used last, and what their representatives were told since. What hangs on a group goes with
 * its row: the keys that lead to it say so, and nobody has to remember each table.
 */
export class ForgetUnusedGroups1764148800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Nobody is deleted by an update: for groups that exist the clock begins on its day.
    await runner.query(`
      ALTER TABLE groups ADD COLUMN used_on date, ADD COLUMN asked_on date, ADD COLUMN announced_on date;
      UPDATE groups SET used_on = (now() AT TIME ZONE 'Europe/Berlin')::date;
      ALTER TABLE groups ALTER COLUMN used_on SET NOT NULL;`);
    // Of those who represent a group already nobody knows whether they ever signed in.
    await runner.query(`
      ALTER TABLE representatives ADD COLUMN has_come boolean NOT NULL DEFAULT true;
      ALTER TABLE representatives ALTER COLUMN has_come SET DEFAULT false;`);
    for (const key of GOES_WITH_GROUP) await runner.query(keyOf(key, 'ON DELETE CASCADE'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const key of GOES_WITH_GROUP) await runner.query(keyOf(key, ''));
    await runner.query(
      'ALTER TABLE groups DROP COLUMN used_on, DROP COLUMN asked_on, DROP COLUMN announced_on',
    );
    await runner.query('ALTER TABLE representatives DROP COLUMN has_come');
  }
}

/** Table, what the key is about, and the table that it leads to. */
const GOES_WITH_GROUP = [
  ['representatives', 'group', 'groups'],
  ['reservations', 'group', 'groups'],
  ['occurrences', 'group', 'groups'],
  ['calendar_feeds', 'group', 'groups'],
  ['kept_lists', 'group', 'groups'],
  ['group_links', 'group', 'groups'],
  ['occurrences', 'reservation', 'reservations'],
  ['invitees', 'reservation', 'reservations'],
  ['invitees', 'occurrence', 'occurrences'],
  ['meetings', 'occurrence', 'occurrences'],
] as const;

function keyOf([table, name, target]: (typeof GOES_WITH_GROUP)[number], onDelete: string): string {
  return `ALTER TABLE ${table} DROP CONSTRAINT ${table}_${name},
    ADD CONSTRAINT ${table}_${name} FOREIGN KEY (${name}_id) REFERENCES ${target} (id) ${onDelete}`;
}
