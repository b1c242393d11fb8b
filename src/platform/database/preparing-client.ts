import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import pg from 'pg';

const names = new Map<string, string>();

/** The same words have the same name; PostgreSQL takes names of up to 63 bytes. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

type Query = pg.Client['query'];
type Wire = { connection: { stream: Duplex } };

/**
 * A connection that prepares every statement with parameters: PostgreSQL plans our larger questions for longer than it
 * answers them. The house knows a few hundred statements, none made of what people type. Statements that are asked for
 * in one turn of Node's loop travel in one packet: sending costs more than most of them.
 */
export class PreparingClient extends pg.Client {
  override query = ((text: unknown, values?: unknown, ...rest: unknown[]) => {
    const { stream } = (this as unknown as Wire).connection;
    stream.cork();
    setImmediate(() => stream.uncork());
    const isStatement =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 && rest.length === 0;
    const query = super.query.bind(this) as (...given: unknown[]) => unknown;
    if (!isStatement) return query(text, values, ...rest);
    return new Promise((resolve, reject) => {
      const answer = (error: Error | undefined, result: pg.QueryResult) =>
        error ? reject(error) : resolve(result);
      // Named afterwards: pg copies what is given as an object, and takes as long for it as for sending.
      query(Object.assign(new pg.Query(text, values, answer), { name: nameOf(text) }));
    });
  }) as Query;
}
