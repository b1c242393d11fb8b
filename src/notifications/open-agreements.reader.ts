import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Somebody who has yet to agree to rules that came after their group. */
const OPEN = `
  SELECT DISTINCT p.id AS "personId", p.name, p.email, p.contact_point_id AS "contactPointId", a.version
  FROM (SELECT DISTINCT ON (contact_point_id) contact_point_id, version, published_at
        FROM agreements ORDER BY contact_point_id, version DESC) a
  JOIN groups g ON g.contact_point_id = a.contact_point_id AND g.state = 'active' AND g.created_at < a.published_at
  JOIN representatives r ON r.group_id = g.id JOIN people p ON p.id = r.person_id
  WHERE EXISTS (SELECT 1 FROM agreements e WHERE e.contact_point_id = a.contact_point_id AND e.version < a.version)
    AND NOT EXISTS (
      SELECT 1 FROM agreement_acceptances c WHERE c.person_id = p.id AND c.version = a.version)`;

export interface OpenAgreement {
  personId: string;
  name: string;
  email: string;
  contactPointId: string;
  version: number;
}

/** Who has to be told of new rules. */
@Injectable()
export class OpenAgreementsReader {
  constructor(private readonly source: DataSource) {}

  /** Everybody to whom no mail of this kind was written about the version in force. */
  untold(kind: string): Promise<OpenAgreement[]> {
    return this.source.query<OpenAgreement[]>(
      `${OPEN} AND NOT EXISTS (
         SELECT 1 FROM mails m WHERE m.kind = $1 AND m.about = p.id AND m.sequence = a.version)`,
      [kind],
    );
  }

  /** Undefined when the person has agreed, or a still newer version is in force. */
  async findOpen(personId: string, version: number): Promise<OpenAgreement | undefined> {
    const [open] = await this.source.query<OpenAgreement[]>(`${OPEN} AND p.id = $1 AND a.version = $2`, [
      personId,
      version,
    ]);
    return open;
  }
}
