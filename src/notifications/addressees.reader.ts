import { Injectable } from '@nestjs/common';
import { ContactPointsReader } from '../contact-points/contact-points.reader.js';
import { senderToRepresentatives, type Sender } from '../contact-points/sender.reader.js';
import { GroupsReader, type RepresentativeRow } from '../groups/groups.reader.js';

/** Whom a mail goes to, whose words it speaks, and the page and the phone that help. */
export interface Addressee extends RepresentativeRow {
  to: string;
  sender: Sender;
  website: string;
  phone: string;
}

/** Representatives as mails address them. */
@Injectable()
export class AddresseesReader {
  constructor(
    private readonly contactPoints: ContactPointsReader,
    private readonly groups: GroupsReader,
  ) {}

  /** Undefined when the person does not represent the group any more. */
  async find(representativeId: string): Promise<Addressee | undefined> {
    const person = await this.groups.findRepresentative(representativeId);
    if (!person) return undefined;
    const contactPoint = await this.contactPoints.requireById(person.contactPointId);
    const { website, phone } = contactPoint;
    return { ...person, to: person.email, sender: senderToRepresentatives(contactPoint), website, phone };
  }
}
