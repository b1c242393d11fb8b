import { Injectable } from '@nestjs/common';
import { getHolidays } from 'feiertagejs';
import type { ContactPoint } from './contact-point.entity.js';

type Land = Parameters<typeof getHolidays>[1];

/** The public holidays of the federal states: a hint for those who plan, never a refusal. */
@Injectable()
export class HolidaysReader {
  private readonly known = new Map<string, Map<string, string>>();

  /** „Neujahr“ for `2027-01-01`; undefined on other days. */
  findHoliday(date: string, { land }: Pick<ContactPoint, 'land'>): string | undefined {
    const year = date.slice(0, 4);
    const key = `${land} ${year}`;
    const days = this.known.get(key) ?? holidaysOf(year, land);
    this.known.set(key, days);
    return days.get(date);
  }
}

function holidaysOf(year: string, land: string): Map<string, string> {
  const holidays = getHolidays(year, land as Land);
  return new Map(holidays.map((day) => [day.dateString, day.translate('de') ?? day.name]));
}
