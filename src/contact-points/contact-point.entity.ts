import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A tenant: one contact point with its facts, its rules and the web sites that may embed the house. */
@Entity('contact_points')
@Unique('contact_points_slug', ['slug'])
export class ContactPoint {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') town!: string;
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
  @Column('int', { name: 'horizon_months', default: 12 }) horizonMonths!: number;
  @Column('int', { name: 'door_opens_minutes', default: 15 }) doorOpensMinutes!: number;
  @Column('boolean', { name: 'allows_information', default: false }) allowsInformation!: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('int', { default: 1 }) version!: number;
}
