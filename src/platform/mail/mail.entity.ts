import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

export type MailState = 'queued' | 'sent' | 'retrying' | 'undeliverable' | 'dropped';

/** For mails whose row says everything by `about`. */
export const NOTHING_ELSE = '00000000-0000-0000-0000-000000000000';

const IS_WAITING = 'next_try_at IS NOT NULL';

/** One mail to one person. The row holds no address and no text: both are looked up when it is sent. */
@Entity('mails')
@Unique('mails_once', ['kind', 'about', 'sequence', 'concerning'])
@Check('mails_next_try', `(next_try_at IS NOT NULL) = (state IN ('queued', 'retrying'))`)
@Index('mails_in_line', ['priority', 'createdAt', 'id'], { where: IS_WAITING })
@Index('mails_waiting', ['about'], { where: IS_WAITING })
@Index('mails_undeliverable', ['about'], { where: `state = 'undeliverable'` })
export class Mail {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: string;
  /** The id of what the mail is about: an invitee, a sign-in, a representative. */
  @Column('uuid') about!: string;
  /** The id of what happened, where `about` is only whom it happened to. */
  @Column('uuid', { default: NOTHING_ELSE }) concerning!: string;
  /** Rises with every change that is told (RFC 5546 SEQUENCE for calendar mails). */
  @Column('int', { default: 0 }) sequence!: number;
  @Column('text', { default: 'queued' }) state!: MailState;
  /** What the mail server said when it refused. */
  @Column('text', { nullable: true }) detail!: string | null;
  /** 1 goes before 2, 2 before 3. */
  @Column('smallint', { default: 2 }) priority!: number;
  /** How often the mail server took this mail's turn and did not take the mail. */
  @Column('int', { default: 0 }) failures!: number;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'first_try_at', nullable: true }) firstTryAt!: Date | null;
  @Column('timestamptz', { name: 'last_try_at', nullable: true }) lastTryAt!: Date | null;
  /** Only while the mail waits to leave. */
  @Column('timestamptz', { name: 'next_try_at', nullable: true }) nextTryAt!: Date | null;
  /** While an instance carries the mail; when that instance has died, another one takes it up after this. */
  @Column('timestamptz', { name: 'held_until', nullable: true }) heldUntil!: Date | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
}
