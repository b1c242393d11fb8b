import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import type { Staff } from '../kernel/actor.js';
import { NotFound } from '../kernel/domain-error.js';
import { emailKey } from '../kernel/email-address.js';
import { hasControlCharacters } from '../kernel/plain-text.js';
import { Agreement } from './agreement.entity.js';
import { ContactPoint } from './contact-point.entity.js';
import { StaffMember } from './staff-member.entity.js';

/** What reserving has to know of a contact point. */
export type HouseRules = Pick<
  ContactPoint,
  | 'id'
  | 'land'
  | 'opensAt'
  | 'closesAt'
  | 'horizonMonths'
  | 'shortestMinutes'
  | 'longestMinutes'
  | 'bufferMinutes'
  | 'mostRoomsAtOnce'
  | 'mostWeeklyMinutes'
  | 'doorOpensMinutes'
  | 'allowsInformation'
>;

/** The same in SQL, of `contact_points c`, for readers that ask for more at once. */
export const HOUSE_RULES = `json_build_object('id', c.id, 'land', c.land, 'opensAt', c.opens_at,
  'closesAt', c.closes_at, 'horizonMonths', c.horizon_months, 'shortestMinutes', c.shortest_minutes,
  'longestMinutes', c.longest_minutes, 'bufferMinutes', c.buffer_minutes, 'mostRoomsAtOnce', c.most_rooms_at_once,
  'mostWeeklyMinutes', c.most_weekly_minutes, 'doorOpensMinutes', c.door_opens_minutes, 'allowsInformation', c.allows_information)`;

@Injectable()
export class ContactPointsReader {
  constructor(
    @InjectRepository(ContactPoint) private readonly contactPoints: Repository<ContactPoint>,
    @InjectRepository(StaffMember) private readonly staff: Repository<StaffMember>,
    @InjectRepository(Agreement) private readonly agreements: Repository<Agreement>,
  ) {}

  all(): Promise<ContactPoint[]> {
    return this.contactPoints.find({ order: { name: 'ASC' } });
  }

  async requireById(id: string): Promise<ContactPoint> {
    const contactPoint = await this.contactPoints.findOneBy({ id });
    if (!contactPoint) throw new NotFound();
    return contactPoint;
  }

  /** For what is asked often and needs no more of it. Throws NotFound. */
  async requireIdOf(slug: string): Promise<string> {
    const text = 'SELECT id FROM contact_points WHERE slug = $1';
    const rows = hasControlCharacters(slug)
      ? []
      : await this.contactPoints.query<Pick<ContactPoint, 'id'>[]>(text, [slug]);
    if (!rows[0]) throw new NotFound();
    return rows[0].id;
  }

  async requireBySlug(slug: string): Promise<ContactPoint> {
    // PostgreSQL takes no NUL and calls it a fault.
    const contactPoint = hasControlCharacters(slug) ? null : await this.contactPoints.findOneBy({ slug });
    if (!contactPoint) throw new NotFound();
    return contactPoint;
  }

  /** The contact point that somebody works at, if this is its name: others are not even looked up. Throws NotFound. */
  async requireOwn(actor: Staff, slug: string): Promise<ContactPoint> {
    const contactPoint = await this.requireById(actor.contactPointId);
    if (contactPoint.slug !== slug) throw new NotFound();
    return contactPoint;
  }

  findStaffByEmail(email: string): Promise<StaffMember | null> {
    return this.staff.findOneBy({ emailKey: emailKey(email) });
  }

  /** Those who run the house: staff of no contact point. */
  operators(): Promise<StaffMember[]> {
    return this.staff.findBy({ contactPointId: IsNull() });
  }

  async requireStaffMember(id: string): Promise<StaffMember> {
    const member = await this.staff.findOneBy({ id });
    if (!member) throw new NotFound();
    return member;
  }

  /** The agreement in force: the newest version. */
  findAgreement(contactPointId: string): Promise<Agreement | null> {
    return this.agreements.findOne({ where: { contactPointId }, order: { version: 'DESC' } });
  }
}
