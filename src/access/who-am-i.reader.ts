import { Injectable } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { GroupsReader } from '../groups/groups.reader.js';
import type { Operator, Representative, Staff } from '../kernel/actor.js';
import { AccessReader } from './access.reader.js';
import { toRepresentativeView, toStaffView } from './access.views.js';

/** What a signed-in caller is told about themselves. */
@Injectable()
export class WhoAmI {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
    private readonly access: AccessReader,
  ) {}

  tell(actor: Representative | Staff | Operator) {
    return actor.kind === 'representative' ? this.tellRepresentative(actor) : this.tellStaff(actor);
  }

  private async tellRepresentative({ personId, contactPointId }: Representative) {
    const [person, groups, agreement] = await Promise.all([
      this.groups.requirePerson(personId),
      this.groups.groupsOfPerson(personId),
      this.contactPoints.findAgreement(contactPointId),
    ]);
    const isOpen = agreement && !(await this.access.hasAccepted(personId, agreement.version));
    return toRepresentativeView(person, groups, isOpen ? [agreement] : []);
  }

  private async tellStaff(actor: Staff | Operator) {
    const member = await this.contactPoints.requireStaffMember(actor.staffMemberId);
    const contactPoint =
      actor.kind === 'staff' ? await this.contactPoints.requireById(actor.contactPointId) : undefined;
    return toStaffView(member, contactPoint);
  }
}
