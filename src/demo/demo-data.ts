import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Agreement } from '../contact-points/agreement.entity.js';
import { ContactPoint } from '../contact-points/contact-point.entity.js';
import { StaffMember } from '../contact-points/staff-member.entity.js';
import { Group } from '../groups/group.entity.js';
import { groupGranted } from '../groups/groups.events.js';
import { Person } from '../groups/person.entity.js';
import { Representative } from '../groups/representative.entity.js';
import { Clock } from '../kernel/clock.js';
import { newId } from '../kernel/id.js';
import { dateOf, settle } from '../kernel/local-time.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { Events } from '../platform/events/events.js';
import { hashPassword } from '../platform/secrets/password.js';
import { Occurrence } from '../reservations/occurrence.entity.js';
import { Reservation } from '../reservations/reservation.entity.js';
import { reservationMade } from '../reservations/reservations.events.js';
import { MeetingServer } from '../rooms/meeting-server.entity.js';
import { Room } from '../rooms/room.entity.js';
import { demoDates, demoSeries } from './demo-dates.js';
import { DEMO_CONTACT_POINTS, DEMO_PASSWORD, DEMO_ROOMS, type DemoGroup } from './demo-people.js';
import { DEMO_OPERATOR, demoStaffOf } from './demo-staff.js';

const PLANT_LOCK = 7_260_003;

type DemoContactPoint = (typeof DEMO_CONTACT_POINTS)[number];

/** Fills an empty database with two contact points, their groups and dates. Development only. */
@Injectable()
export class DemoData {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Does nothing in a database that knows a contact point already, but for the demo site's address. Returns the mail
   * addresses of the demo's staff that this house knows.
   */
  async plant(): Promise<string[]> {
    await this.transactions.run(async (tx) => {
      // Houses that start together on one database take turns, however long the first one plants.
      await tx.query('SET LOCAL lock_timeout = 0');
      await tx.query('SELECT pg_advisory_xact_lock($1)', [PLANT_LOCK]);
      if ((await tx.count(ContactPoint)) === 0) await this.plantAll(tx);
    });
    const staff = await this.findDemoStaff();
    await this.pointToDemoSite(staff);
    return [...staff.keys()];
  }

  private async plantAll(tx: Tx): Promise<void> {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await this.addStaff(tx, {
      name: 'Betrieb',
      email: DEMO_OPERATOR,
      contactPointId: null,
      passwordHash,
    });
    const rooms: { id: string; seats: number }[] = [];
    for (const [position, room] of DEMO_ROOMS.entries()) {
      const id = newId();
      await tx.insert(Room, { id, position, ...room });
      if (room.kind === 'talk' || room.kind === 'group') rooms.push({ id, seats: room.seats });
    }
    for (const contactPoint of DEMO_CONTACT_POINTS) {
      const contactPointId = await this.addContactPoint(tx, contactPoint);
      const email = demoStaffOf(contactPoint.slug);
      await this.addStaff(tx, { name: contactPoint.staffName, email, contactPointId, passwordHash });
      for (const [index, group] of contactPoint.groups.entries()) {
        const room = rooms.filter(({ seats }) => seats >= group.people)[index % 2];
        if (room) await this.addGroup(tx, { contactPointId, group, roomId: room.id });
      }
    }
  }

  private async addContactPoint(tx: Tx, { slug, town, phone }: DemoContactPoint): Promise<string> {
    const id = newId();
    await tx.insert(ContactPoint, {
      id,
      slug,
      town,
      phone,
      name: `Selbsthilfe-Kontaktstelle ${town}`,
      email: `selbsthilfe@${slug}.example`,
      openingHours: 'Montag bis Donnerstag 9 bis 12 Uhr, Donnerstag auch 14 bis 17 Uhr',
      website: this.config.publicUrl,
      imprintUrl: `https://${slug}.example/impressum`,
      privacyUrl: `https://${slug}.example/datenschutz`,
      allowsInformation: slug === 'dortmund',
    });
    await tx.insert(Agreement, {
      contactPointId: id,
      version: 1,
      title: 'Spielregeln des Hauses',
      text: AGREEMENT,
    });
    return id;
  }

  private async addStaff(tx: Tx, staff: Omit<StaffMember, 'id' | 'emailKey'>): Promise<void> {
    await tx.insert(StaffMember, { id: newId(), ...staff, emailKey: staff.email });
  }

  private async addGroup(
    tx: Tx,
    of: { contactPointId: string; group: DemoGroup; roomId: string },
  ): Promise<void> {
    const { contactPointId, group, roomId } = of;
    const today = dateOf(this.clock.now());
    const groupId = newId();
    const personId = newId();
    const { name, email } = group.representative;
    const granted = { accessFrom: today.toString(), usedOn: today.toString() };
    await tx.insert(Group, { id: groupId, contactPointId, label: group.label, ...granted });
    await tx.insert(Person, { id: personId, contactPointId, name, email, emailKey: email });
    await tx.insert(Representative, { id: newId(), groupId, personId });
    // To nobody: the people of the demo need no mail to know of it.
    await this.events.publish(tx, groupGranted, { groupId, representativeIds: [] });
    const reservationId = newId();
    const calendarUid = `${newId()}@haus.example`;
    const series = demoSeries(group, today);
    await tx.insert(Reservation, { id: reservationId, groupId, madeBy: personId, calendarUid, series });
    const occurrenceIds: string[] = [];
    for (const date of demoDates(group.rule, today)) {
      const id = await this.addDate(tx, { reservationId, groupId, roomId, group, date });
      if (id) occurrenceIds.push(id);
    }
    await this.events.publish(tx, reservationMade, { reservationId, occurrenceIds });
  }

  private async addDate(
    tx: Tx,
    of: {
      reservationId: string;
      groupId: string;
      roomId: string;
      group: DemoGroup;
      date: Temporal.PlainDate;
    },
  ): Promise<string | undefined> {
    const { group, date, ...columns } = of;
    const settled = settle({ date: date.toString(), time: group.time });
    if (settled.kind === 'missing') return undefined;
    const end = settled.instant.add({ minutes: group.minutes });
    const during = `[${settled.instant.toString()},${end.toString()})`;
    const id = newId();
    const server = await tx.findOneBy(MeetingServer, { isOpen: true });
    await tx.insert(Occurrence, {
      ...columns,
      id,
      during,
      holds: during,
      seriesDate: date.toString(),
      serverId: server?.id ?? null,
      expectedParticipants: group.people,
    });
    return id;
  }

  /** The demo site may stand at another port today than when the demo was planted. */
  private async pointToDemoSite(staff: Map<string, string | null>): Promise<void> {
    const names = ['localhost', '127.0.0.1'];
    const origins = names.map((name) => `http://${name}:${this.config.demoSitePort}`);
    for (const { slug, sitePath } of DEMO_CONTACT_POINTS) {
      const contactPointId = staff.get(demoStaffOf(slug));
      if (!contactPointId) continue;
      const address = { origins, website: `${origins[0]}${sitePath}` };
      await this.source.manager.update(ContactPoint, { id: contactPointId, slug }, address);
    }
  }

  /** A real contact point may have the name of a demo's: only those with the demo's team are the demo's. */
  private async findDemoStaff(): Promise<Map<string, string | null>> {
    const emails = [DEMO_OPERATOR, ...DEMO_CONTACT_POINTS.map(({ slug }) => demoStaffOf(slug))];
    const staff = await this.source.manager.findBy(StaffMember, { emailKey: In(emails) });
    return new Map(staff.map(({ emailKey, contactPointId }) => [emailKey, contactPointId]));
  }
}

const AGREEMENT = `Was in einem Treffen gesagt wird, bleibt im Treffen.
Niemand nimmt Ton oder Bild auf.
Sie laden nur Menschen ein, die das möchten.
Einen Termin, den Sie nicht brauchen, sagen Sie bitte ab, damit der Raum für andere frei wird.`;
