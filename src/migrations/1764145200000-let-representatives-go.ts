import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever represents no group any more is forgotten: what hangs on a person goes with them, and what they did stays. Groups
 * know somebody by the name that they have typed.
 */
export class LetRepresentativesGo1764145200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of GOES_WITH_PERSON) await runner.query(personKey(table, 'ON DELETE CASCADE'));
    await runner.query(`
      ALTER TABLE reservations ALTER COLUMN made_by DROP NOT NULL, DROP CONSTRAINT reservations_made_by,
        ADD CONSTRAINT reservations_made_by FOREIGN KEY (made_by) REFERENCES people (id) ON DELETE SET NULL`);
    await runner.query(`
      DELETE FROM calendar_feeds f WHERE NOT EXISTS (
        SELECT 1 FROM representatives r WHERE r.group_id = f.group_id AND r.person_id = f.person_id)`);
    await runner.query(`
      ALTER TABLE calendar_feeds DROP CONSTRAINT calendar_feeds_person,
        ADD CONSTRAINT calendar_feeds_representative FOREIGN KEY (group_id, person_id)
          REFERENCES representatives (group_id, person_id) ON DELETE CASCADE`);
    await runner.query(`
      CREATE TABLE names_in_groups (
        group_id uuid NOT NULL CONSTRAINT names_in_groups_group REFERENCES groups (id) ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT names_in_groups_person REFERENCES people (id) ON DELETE CASCADE,
        name text NOT NULL,
        CONSTRAINT names_in_groups_pkey PRIMARY KEY (group_id, person_id)
      )`);
  }

  /** Who made a reservation is not known any more where that person has gone: those rows must have an end first. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE names_in_groups');
    await runner.query(`
      ALTER TABLE calendar_feeds DROP CONSTRAINT calendar_feeds_representative,
        ADD CONSTRAINT calendar_feeds_person FOREIGN KEY (person_id) REFERENCES people (id)`);
    await runner.query(`
      ALTER TABLE reservations ALTER COLUMN made_by SET NOT NULL, DROP CONSTRAINT reservations_made_by,
        ADD CONSTRAINT reservations_made_by FOREIGN KEY (made_by) REFERENCES people (id)`);
    for (const table of GOES_WITH_PERSON) await runner.query(personKey(table, ''));
  }
}

const GOES_WITH_PERSON = ['sessions', 'sign_ins', 'agreement_acceptances'];

function personKey(table: string, onDelete: string): string {
  return `ALTER TABLE ${table} DROP CONSTRAINT ${table}_person,
    ADD CONSTRAINT ${table}_person FOREIGN KEY (person_id) REFERENCES people (id) ${onDelete}`;
}
