import { Param, type PipeTransform } from '@nestjs/common';
import { NotFound } from '../../kernel/domain-error.js';
import { id } from './fields.js';

class IdPipe implements PipeTransform<string, string> {
  /** What is no id at all answers like an unknown one, so that ids cannot be told apart by shape. */
  transform(value: string): string {
    const parsed = id.safeParse(value);
    if (!parsed.success) throw new NotFound();
    return parsed.data;
  }
}

/** The id in the path; one that is none answers 404. */
export const IdParam = (name = 'id') => Param(name, IdPipe);
