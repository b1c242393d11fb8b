import { Column, Entity, PrimaryColumn } from 'typeorm';

/** On this day a group was told that mails about a date or series have come to nothing, so many of them up to then. */
@Entity('unreached_notices')
export class UnreachedNotice {
  /** Id of the date, or of the reservation when people are invited to all of it. */
  @PrimaryColumn('uuid') concerning!: string;
  /** Local calendar day. */
  @PrimaryColumn('date') day!: string;
  @Column('int') count!: number;
}
