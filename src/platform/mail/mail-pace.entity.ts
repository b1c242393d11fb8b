import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How fast the house sends, and whether its mail server is there: one row, which all instances share. */
@Entity('mail_pace')
@Check('mail_pace_one_row', 'id = 1')
export class MailPace {
  @PrimaryColumn('smallint') id!: number;
  /** When all that has left would have left at an even pace. */
  @Column('timestamptz', { name: 'spent_until' }) spentUntil!: Date;
  /** How often in a row nobody could reach the mail server. */
  @Column('int', { default: 0 }) failures!: number;
  /** Until then nobody knocks at the mail server. */
  @Column('timestamptz', { name: 'rests_until', nullable: true }) restsUntil!: Date | null;
  @Column('timestamptz', { name: 'bounces_read_at' }) bouncesReadAt!: Date;
}
