import { createHash } from 'node:crypto';
import pg from 'pg';
import { Packet, type Answer, type Shape, type Statement, type Value } from './packet.js';

const names = new Map<string, string>();

/** The same words have the same name; PostgreSQL takes names of up to 63 bytes. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** How pg writes a value down; its types leave it out. */
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => Value } }).utils;

interface Options extends pg.ClientConfig {
  /** Each statement is a packet of its own, so that none fails with another; they leave together all the same. */
  sendsApart?: boolean;
}

/**
 * A connection that prepares every statement with a list of values, because PostgreSQL plans our larger questions for
 * longer than it answers them; the house knows a few hundred, none made of what people type. What is asked for in one
 * turn of Node's loop travels in one packet: sending, and hearing of it, costs more than most statements.
 */
export class PacketClient extends pg.Client {
  private asked: Statement[] = [];
  private readonly prepared = new Map<string, Shape>();
  private readonly sendsApart: boolean;

  constructor(options: Options = {}) {
    super(options);
    this.sendsApart = options.sendsApart ?? false;
  }

  override query = ((text: unknown, values?: unknown, ...rest: unknown[]) => {
    if (typeof text === 'string' && Array.isArray(values) && rest.length === 0) return this.ask(text, values);
    // Behind what still waits for the end of the turn.
    this.send();
    return (super.query.bind(this) as (...given: unknown[]) => unknown)(text, values, ...rest);
  }) as pg.Client['query'];

  private ask(text: string, values: unknown[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const statement = { name: nameOf(text), text, values: values.map(prepareValue), resolve, reject };
      this.asked.push(statement);
      if (this.asked.length === 1) setImmediate(() => this.send());
    });
  }

  private send(): void {
    const statements = this.asked;
    this.asked = [];
    if (statements.length === 0) return;
    const packets = this.sendsApart ? statements.map((each) => [each]) : [statements];
    const { stream } = this.connection;
    stream.cork();
    for (const packet of packets) super.query(new Packet(packet, this.prepared));
    stream.uncork();
  }
}
