import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many invitations left on a local day: of a group, or again to one invitee. Against mail bombs. */
@Entity('invitation_counts')
export class InvitationCount {
  /** Id of the group or of the invitee. */
  @PrimaryColumn('uuid') about!: string;
  @PrimaryColumn('date') day!: string;
  @Column('int') count!: number;
}
