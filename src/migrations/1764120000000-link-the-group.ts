import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each group has one permanent link; a new one ends it, and what has ended is still known. */
export class LinkTheGroup1764120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE group_links (
        group_id uuid NOT NULL CONSTRAINT group_links_group REFERENCES groups (id),
        version int NOT NULL,
        token_hash bytea NOT NULL CONSTRAINT group_links_token UNIQUE,
        made_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT group_links_pkey PRIMARY KEY (group_id, version)
      );
      CREATE UNIQUE INDEX group_links_current ON group_links (group_id) WHERE ended_at IS NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE group_links;');
  }
}
