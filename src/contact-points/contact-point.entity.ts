import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A tenant: one contact point with its facts, its rules and the web sites that may embed the house. */
@Entity('contact_points')
@Unique('contact_points_slug', ['slug'])
@Check(
  'contact_points_land',
  `land IN ('BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SH', 'SL', 'SN', 'ST', 'TH')`,
)
@Check(
  'contact_points_length',
  '1 <= shortest_minutes AND shortest_minutes <= longest_minutes AND longest_minutes <= 720',
)
@Check('contact_points_buffer', 'buffer_minutes BETWEEN 0 AND 120')
@Check('contact_points_share', 'most_rooms_at_once >= 1 AND most_weekly_minutes >= 30')
@Check(
  'contact_points_hours',
  `opens_at ~ '^([01][0-9]|2[0-3]):(00|15|30|45)$' AND closes_at ~ '^(([01][0-9]|2[0-3]):(00|15|30|45)|24:00)$'`,
)
export class ContactPoint {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') town!: string;
  /** The federal state, whose public holidays are shown: `NW`, as ISO 3166-2 names it behind `DE-`. */
  @Column('text', { default: 'NW' }) land!: string;
  @Column('text') phone!: string;
  @Column('text') email!: string;
  @Column('text', { name: 'opening_hours' }) openingHours!: string;
  @Column('text', { default: 'de-sie' }) wording!: string;
  /** The page that shows the house's element; mails point there. */
  @Column('text') website!: string;
  @Column('text', { name: 'imprint_url' }) imprintUrl!: string;
  @Column('text', { name: 'privacy_url' }) privacyUrl!: string;
  /** Exact origins (`https://example.org`) that may frame our pages and read free and busy times. */
  @Column('text', { array: true, default: '{}' }) origins!: string[];
  @Column('int', { name: 'default_minutes', default: 120 }) defaultMinutes!: number;
  /** Local wall time; `24:00` is allowed for closing. */
  @Column('text', { name: 'opens_at', default: '07:00' }) opensAt!: string;
  @Column('text', { name: 'closes_at', default: '23:00' }) closesAt!: string;
  @Column('int', { name: 'shortest_minutes', default: 30 }) shortestMinutes!: number;
  @Column('int', { name: 'longest_minutes', default: 240 }) longestMinutes!: number;
  /** How long a room stays held after a date, so that nobody meets the next group at the door. */
  @Column('int', { name: 'buffer_minutes', default: 0 }) bufferMinutes!: number;
  /** How many rooms one group may hold at the same time. */
  @Column('int', { name: 'most_rooms_at_once', default: 2 }) mostRoomsAtOnce!: number;
  /** How long one group may meet from Monday to Sunday, over all its dates. */
  @Column('int', { name: 'most_weekly_minutes', default: 600 }) mostWeeklyMinutes!: number;
  @Column('int', { name: 'horizon_months', default: 12 }) horizonMonths!: number;
  @Column('int', { name: 'door_opens_minutes', default: 15 }) doorOpensMinutes!: number;
  @Column('boolean', { name: 'allows_information', default: false }) allowsInformation!: boolean;
  /** Who stands as sender in its mails, where they get their answers, and what they close with (several lines). */
  @Column('text', { name: 'sender_name', nullable: true }) senderName!: string | null;
  @Column('text', { name: 'reply_to', nullable: true }) replyTo!: string | null;
  @Column('text', { nullable: true }) signature!: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
