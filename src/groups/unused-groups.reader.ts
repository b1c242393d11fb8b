import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { dateOf } from '../kernel/local-time.js';
import { clockOf, deletionDayOf, dueStep, type Step, type Use } from './domain/unused.js';

export type { Step } from './domain/unused.js';

const USE = `
  SELECT id, state, used_on::text AS "usedOn", asked_on::text AS "askedOn", announced_on::text AS "announcedOn"
  FROM groups`;

/** What a letter to those who represent a group that nobody uses has to know. Local calendar days. */
export interface Notice {
  usedOn: string;
  answerUntil: string;
  deletedOn: string;
}

/** Groups that nobody uses. Whether dates lie ahead is not known here. */
@Injectable()
export class UnusedGroupsReader {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Groups for which this step is due today. */
  async due(step: Step): Promise<{ id: string; usedOn: string }[]> {
    const today = dateOf(this.clock.now());
    const rows = await this.source.query<(Use & { id: string })[]>(
      `${USE} WHERE used_on < $1::date - interval '11 months' ORDER BY id`,
      [today.toString()],
    );
    return rows.filter((use) => dueStep(use, today) === step);
  }

  /** Undefined when that letter is not true any more: the group was used since, has ended, or was told more. */
  async findNotice(groupId: string, told: 'ask' | 'announce'): Promise<Notice | undefined> {
    const [use] = await this.source.query<Use[]>(`${USE} WHERE id = $1`, [groupId]);
    if (!use || use.state === 'ended' || lastTold(use) !== told) return undefined;
    const { usedOn } = use;
    const answerUntil = clockOf(usedOn).announcedOn.subtract({ days: 1 });
    return { usedOn, answerUntil: answerUntil.toString(), deletedOn: deletionDayOf(use).toString() };
  }

  /** Whether it is known that this person has come, and that their groups are used today; ended ones aside. */
  async hasNotedVisit(personId: string): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      `SELECT 1 FROM groups g JOIN representatives r ON r.group_id = g.id
       WHERE r.person_id = $1 AND (NOT r.has_come OR g.state <> 'ended' AND g.used_on < $2) LIMIT 1`,
      [personId, dateOf(this.clock.now()).toString()],
    );
    return rows.length === 0;
  }
}

function lastTold({ askedOn, announcedOn }: Use): 'ask' | 'announce' | undefined {
  if (announcedOn !== null) return 'announce';
  return askedOn === null ? undefined : 'ask';
}
