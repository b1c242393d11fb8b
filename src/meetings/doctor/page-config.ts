/** A value of config.js; OPEN for what is worked out only in the browser. */
export type Value = string | number | boolean | null | symbol | Value[] | { [key: string]: Value };

export const OPEN = Symbol('worked out in the browser');

type Tree = Record<string, Value>;

const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|-?\d[\w.]*|[\w$]+|[\s\S])/gy;
const LONGEST = 300_000;
const WORDS: Readonly<Record<string, Value>> = { true: true, false: false, null: null };
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/**
 * Reads Jitsi's config.js without running it: `config = {…}` and every `config.a.b = …`, in their order, taken as if
 * every condition held. What is no plain literal is OPEN.
 */
export function readPageConfig(script: string): Tree {
  const reader = new Reader(tokensOf(script.slice(0, LONGEST)));
  let config: Tree = Object.create(null) as Tree;
  while (!reader.isAtEnd) {
    const path = reader.takeTarget();
    if (!path) continue;
    const value = reader.takeValue([';']);
    if (path.length > 0) put(config, path, value);
    else if (isTree(value)) config = value;
  }
  return config;
}

/** The value at `p2p.enabled`; undefined where there is none. */
export function valueAt(config: Tree, path: string): Value | undefined {
  return path.split('.').reduce<Value | undefined>((at, key) => (isTree(at) ? at[key] : undefined), config);
}

function isTree(value: Value | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function put(config: Tree, path: readonly string[], value: Value): void {
  let at = config;
  for (const key of path.slice(0, -1)) {
    const known = at[key];
    const next = isTree(known) ? known : (Object.create(null) as Tree);
    at[key] = next;
    at = next;
  }
  at[path.at(-1) ?? ''] = value;
}

function tokensOf(script: string): string[] {
  return [...script.matchAll(TOKEN)].flatMap(([, token]) => (token === undefined ? [] : [token]));
}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  /** The path that something is assigned to here, empty for config itself; otherwise one token further. */
  takeTarget(): string[] | undefined {
    const before = this.tokens[this.at - 1];
    if (this.tokens[this.at++] !== 'config' || before === '.') return undefined;
    const path: string[] = [];
    for (; this.tokens[this.at] === '.'; this.at += 2) path.push(this.tokens[this.at + 1] ?? '');
    const [sign, after] = [this.tokens[this.at], this.tokens[this.at + 1]];
    if (sign !== '=' || after === '=' || after === '>') return undefined;
    this.at++;
    return path;
  }

  /** A literal that one of these ends; OPEN for anything else. */
  takeValue(ends: readonly string[]): Value {
    const start = this.at;
    const value = this.depth < 40 ? this.takeLiteral() : OPEN;
    const isWhole = this.isAtEnd || ends.includes(this.tokens[this.at] ?? '') || this.isStatementEnd(ends);
    if (value !== OPEN && isWhole) return value;
    this.at = start;
    // A statement may end without a semicolon: what is assigned after it is read, too.
    if (ends[0] !== ';') this.passOver(ends);
    return OPEN;
  }

  /** Without a semicolon the next word begins a new statement. */
  private isStatementEnd(ends: readonly string[]): boolean {
    return ends[0] === ';' && /^[\w$}]/.test(this.tokens[this.at] ?? '');
  }

  private takeLiteral(): Value {
    const token = this.tokens[this.at++] ?? '';
    if (token === '{') return this.takeObject();
    return token === '[' ? this.takeArray() : plainValue(token);
  }

  private takeObject(): Value {
    const tree = Object.create(null) as Tree;
    this.depth++;
    while (!this.isAtEnd && this.tokens[this.at] !== '}') {
      const key = plainText(this.tokens[this.at++] ?? '');
      if (this.tokens[this.at] === ':') {
        this.at++;
        tree[key] = this.takeValue([',', '}']);
      } else this.passOver([',', '}']);
      if (this.tokens[this.at] === ',') this.at++;
    }
    this.depth--;
    this.at++;
    return tree;
  }

  private takeArray(): Value {
    const values: Value[] = [];
    this.depth++;
    while (!this.isAtEnd && this.tokens[this.at] !== ']') {
      values.push(this.takeValue([',', ']']));
      if (this.tokens[this.at] === ',') this.at++;
    }
    this.depth--;
    this.at++;
    return values;
  }

  /** Up to one of these, with all that is in brackets before it. */
  private passOver(ends: readonly string[]): void {
    const open: string[] = [];
    for (; !this.isAtEnd; this.at++) {
      const token = this.tokens[this.at] ?? '';
      if (open.length === 0 && ends.includes(token)) return;
      const closing = CLOSING[token];
      if (closing) open.push(closing);
      else if (open.at(-1) === token) open.pop();
    }
  }
}

function plainValue(token: string): Value {
  if (/^["'`]./.test(token)) return token.includes('${') ? OPEN : plainText(token);
  if (/^-?\d/.test(token)) return Number(token);
  return Object.hasOwn(WORDS, token) ? (WORDS[token] ?? null) : OPEN;
}

function plainText(token: string): string {
  return /^["'`]/.test(token) ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token;
}
