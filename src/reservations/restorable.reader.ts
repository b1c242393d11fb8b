import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { calledOffAt } from './domain/reasons.js';
import { judge } from './domain/verdicts.js';
import { OccupancyReader } from './occupancy.reader.js';
import type { OccurrenceRow } from './reservations.reader.js';
import { StandingReader } from './standing.reader.js';

/** Which dates that were called off could come back as things stand. */
@Injectable()
export class RestorableReader {
  constructor(
    private readonly standing: StandingReader,
    private readonly occupancy: OccupancyReader,
    private readonly source: DataSource,
  ) {}

  /** Ids of those of these dates of one group, by the same rule as when it is tried. */
  async idsAmong(dates: readonly OccurrenceRow[]): Promise<ReadonlySet<string>> {
    const together = Map.groupBy(dates, (date) => calledOffAt(date)?.toString());
    const found = await Promise.all([...together.values()].map((some) => this.freeAmong(some)));
    return new Set(found.flat());
  }

  /** Of dates that were called off together. */
  private async freeAmong(dates: readonly OccurrenceRow[]): Promise<string[]> {
    const wish = await this.standing.wishOf(dates);
    const question = {
      groupId: wish.groupId,
      contactPointId: wish.contactPoint.id,
      roomIds: [...new Set(dates.map(({ roomId }) => roomId))],
      windows: wish.dates.map(({ holds }) => holds),
      except: wish.except,
      calledOffAt: dates[0] && calledOffAt(dates[0]),
    };
    const { occupancy, hasEnded } = await this.occupancy.look(question, this.source.manager);
    if (hasEnded) return [];
    const judged = judge(wish.dates, occupancy, wish.quota);
    return dates.filter((_, index) => judged[index]?.verdict === 'free').map(({ id }) => id);
  }
}
