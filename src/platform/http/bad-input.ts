import type { StandardSchemaV1 } from '@standard-schema/spec';
import { DomainError } from '../../kernel/domain-error.js';

/** The request has the wrong shape (400). `fields` names what is wrong, never what was typed. */
export class BadInput extends DomainError {
  readonly code: string = 'badInput';
  readonly status = 400;

  static fromIssues(issues: readonly StandardSchemaV1.Issue[]): BadInput {
    const fields = issues.slice(0, 20).map((issue) => ({
      field: (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part)).join('.'),
      message: issue.message,
    }));
    const first = fields[0];
    return new BadInput(first ? sentence(first) : 'Die Anfrage hat die falsche Form.', { fields });
  }
}

function sentence({ field, message }: { field: string; message: string }): string {
  return field ? `Bitte prüfen Sie die Angabe „${field}“: ${message}` : message;
}
