import pg from 'pg';

/** A statement on its way, and who waits for its answer. */
export interface Statement {
  /** The same for the same words. */
  name: string;
  text: string;
  values: readonly Value[];
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** As it travels. */
export type Value = string | Buffer | null;

/** As much of a result of pg as anybody looks at. */
export interface Answer {
  command: string;
  rows: Row[];
  /** Rows read or written; null for commands that do neither. */
  rowCount: number | null;
}

type Row = Record<string, unknown>;

/** The columns of a prepared statement: their names, and how their text is read. */
export type Shape = readonly { name: string; read: (text: string) => unknown }[];

/** How the text of a type is read, by its number in PostgreSQL. */
const readerOf = pg.types.getTypeParser as (type: number) => (text: string) => unknown;

/** Of pg's connection: the messages of an extended query (PostgreSQL's manual, "Message Flow"). */
interface Wire {
  close(of: { type: 'S'; name: string }): void;
  parse(of: { name: string; text: string }): void;
  bind(of: { statement: string; values: readonly Value[] }): void;
  describe(of: { type: 'P' }): void;
  execute(): void;
  sync(): void;
}

/**
 * Statements that travel together, in their order, with one Sync behind the last: when PostgreSQL refuses one, it passes
 * over those behind it, and they fail with its error. What a connection has `prepared` is neither parsed nor described
 * again.
 */
export class Packet extends pg.Query {
  private readonly statements: readonly Statement[];
  private readonly prepared: Map<string, Shape>;
  /** Of the statements that are done, in their order. */
  private readonly answers: Answer[] = [];
  private gathered: Row[] = [];
  private shape: Shape = [];
  /** A row that could not be read. */
  private unreadable: unknown;

  constructor(statements: readonly Statement[], prepared: Map<string, Shape>) {
    super('');
    this.statements = statements;
    this.prepared = prepared;
    this.begin();
  }

  override submit = (connection: unknown): void => {
    const wire = connection as Wire;
    for (const statement of this.statements) this.send(statement, wire);
    wire.sync();
  };

  private send({ name, text, values }: Statement, wire: Wire): void {
    const isNew = !this.prepared.has(name);
    if (isNew) {
      // It may be there already, refused the first time that it ran.
      wire.close({ type: 'S', name });
      wire.parse({ name, text });
    }
    wire.bind({ statement: name, values });
    if (isNew) wire.describe({ type: 'P' });
    wire.execute();
  }

  // What PostgreSQL answers, as pg hands it on: for each statement its columns if they were asked for, its rows, its end.

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.shape = fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    try {
      const row: Row = {};
      this.shape.forEach(({ name, read }, index) => {
        const text = fields[index] ?? null;
        row[name] = text === null ? null : read(text);
      });
      this.gathered.push(row);
    } catch (error) {
      this.unreadable = error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const { gathered: rows, shape, statements, answers } = this;
    this.prepared.set(statements[answers.length]?.name ?? '', shape);
    // `SELECT 3`, `INSERT 0 1`, `BEGIN`
    const words = text.split(' ');
    const count = Number(words.at(-1));
    answers.push({ command: words[0] ?? '', rows, rowCount: Number.isNaN(count) ? null : count });
    this.begin();
  }

  handleError(error: unknown): void {
    this.settle(error);
  }

  handleReadyForQuery(): void {
    this.settle(this.unreadable);
  }

  /** The next statement begins to answer. */
  private begin(): void {
    this.gathered = [];
    this.shape = this.prepared.get(this.statements[this.answers.length]?.name ?? '') ?? [];
  }

  private settle(error: unknown): void {
    this.statements.forEach(({ resolve, reject }, index) => {
      const answer = this.answers[index];
      if (answer && this.unreadable === undefined) resolve(answer);
      else reject(error);
    });
  }
}
