import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** Somebody whose invitation was withdrawn, by the name that only Jitsi's tokens for this date know. */
@Entity('turned_away')
export class TurnedAway {
  @ForeignKey(() => Meeting, { name: 'turned_away_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'occurrence_id', primaryKeyConstraintName: 'turned_away_pkey' })
  occurrenceId!: string;
  @PrimaryColumn('text', { name: 'participant_id', primaryKeyConstraintName: 'turned_away_pkey' })
  participantId!: string;
}
