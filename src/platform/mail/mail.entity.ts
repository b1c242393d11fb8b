import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export type MailState = 'queued' | 'sent' | 'retrying' | 'undeliverable' | 'dropped';

/** For mails whose row says everything by `about`. */
export const NOTHING_ELSE = '00000000-0000-0000-0000-000000000000';

/** One mail to one person. The row holds no address and no text: both are looked up when it is sent. */
@Entity('mails')
@Unique('mails_once', ['kind', 'about', 'sequence', 'concerning'])
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
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
}
