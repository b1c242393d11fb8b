import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One creating request of one caller, by its Idempotency-Key. */
@Entity('remembered_answers')
@Index('remembered_answers_by_age', ['createdAt'])
export class RememberedAnswer {
  /** The person or the staff member who asked. */
  @PrimaryColumn('uuid') caller!: string;
  @PrimaryColumn('text') key!: string;
  /** SHA-256 of method, address and body: the key belongs to this request and no other. */
  @Column('bytea') fingerprint!: Buffer;
  /** What the command returned, written in the command's own transaction. */
  @Column('jsonb', { nullable: true }) result!: unknown;
  /** What was sent, sealed with the key of the house; missing when the house stopped in between, or may not keep it. */
  @Column('int', { nullable: true }) status!: number | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
