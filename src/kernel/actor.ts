/** Who asks. Made by the guard in access/ from the token of the request; commands trust nothing else. */
export type Actor = Visitor | Representative | Staff | Operator;

export type Visitor = { kind: 'visitor' };
export type Representative = {
  kind: 'representative';
  sessionId: string;
  personId: string;
  contactPointId: string;
  /** They have just shown by a code that the mailbox is theirs: for what nobody else may do in their name. */
  hasFreshCode: boolean;
};
export type Staff = { kind: 'staff'; sessionId: string; staffMemberId: string; contactPointId: string };
export type Operator = { kind: 'operator'; sessionId: string; staffMemberId: string };

export type ActorKind = Actor['kind'];
