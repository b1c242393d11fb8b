import type { MigrationInterface, QueryRunner } from 'typeorm';

const CLOSED = `((o.state = 'cancelled' AND o.reason = 'closed') OR (o.state = 'planned' AND o.reason = 'roomClosed'))`;

/**
 * A date says which closure has called it off or given it another room, so that those who represent its group are told
 * also when the closure is taken back or corrected before. What waits to be told when the house is updated is filled in.
 */
export class RememberWhatClosed1764159600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE occurrences ADD COLUMN closed_by uuid, ADD COLUMN closed_version integer',
    );
    await runner.query(
      `UPDATE occurrences o SET closed_by = m.concerning, closed_version = m.sequence
       FROM mails m JOIN representatives r ON r.id = m.about
       WHERE m.kind = 'closureDates' AND m.state IN ('queued', 'retrying') AND o.group_id = r.group_id
         AND lower(o.during) > now() - interval '3 days' AND ${CLOSED}`,
    );
    const [jobs] = (await runner.query("SELECT to_regclass('pgboss.job') AS name")) as {
      name: string | null;
    }[];
    // Before its first start the house has none.
    if (!jobs?.name) return;
    await runner.query(
      `UPDATE occurrences o SET closed_by = (j.data->>'closureId')::uuid, closed_version = (j.data->>'version')::int
       FROM pgboss.job j
       WHERE j.name IN ('closedDates.found/treat-closed-dates', 'closure.treated/write-closure-mails')
         AND j.state IN ('created', 'retry', 'active') AND j.data->'occurrenceIds' ? o.id::text AND ${CLOSED}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE occurrences DROP COLUMN closed_version, DROP COLUMN closed_by');
  }
}
