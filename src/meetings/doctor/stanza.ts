import { withoutControlCharacters } from '../../kernel/plain-text.js';

const CONDITION =
  /<(?:\w+:)?([a-z]+(?:-[a-z]+)+)\b[^>]*xmlns=["']urn:ietf:params:xml:ns:xmpp-(?:stanzas|sasl)["']/;
/** Within a SASL failure the condition has its parent's namespace. */
const SASL_CONDITION = /<failure\b[^>]*>\s*<([a-z]+(?:-[a-z]+)+)\b/;
const LONGEST = 100_000;

export type Affiliation = 'owner' | 'admin' | 'member' | 'none' | 'outcast';

/**
 * One stanza. Over a websocket each comes in a frame of its own (RFC 7395, 3.3), so its first tag tells what it is; of
 * the rest only single words are needed, and nothing of it is believed further.
 */
export class Stanza {
  private readonly head: string;

  constructor(private readonly text: string) {
    this.head = /^[^<]*(<[^>]*>)/.exec(text.slice(0, LONGEST))?.[1] ?? '';
  }

  /** `presence`, `iq`, `features`, without a prefix. */
  get name(): string {
    return /^<(?:[\w-]+:)?([\w-]+)/.exec(this.head)?.[1] ?? '';
  }

  attr(name: string): string | undefined {
    return new RegExp(`\\s${name}=(["'])(.*?)\\1`).exec(this.head)?.[2];
  }

  has(pattern: RegExp): boolean {
    return pattern.test(this.text.slice(0, LONGEST));
  }

  /** The text of the first element of this name. */
  textOf(element: string): string | undefined {
    return new RegExp(`<${element}\\b[^>]*>([^<]*)</${element}>`).exec(this.text.slice(0, LONGEST))?.[1];
  }

  get affiliation(): Affiliation {
    const found = /<item\b[^>]*\saffiliation=["'](\w+)["']/.exec(this.text.slice(0, LONGEST))?.[1];
    return (['owner', 'admin', 'member', 'outcast'] as const).find((each) => each === found) ?? 'none';
  }

  /** Why something was refused: the condition, and the server's own words without what could be a secret. */
  get refusal(): string {
    const text = this.text.slice(0, LONGEST);
    const condition = (CONDITION.exec(text) ?? SASL_CONDITION.exec(text))?.[1] ?? 'ohne Angabe';
    const words = withoutSecrets(this.textOf('text') ?? '');
    return words ? `${condition}, „${words}“` : condition;
  }
}

/** Room names, tokens and keys are long words. */
export function withoutSecrets(text: string): string {
  return withoutControlCharacters(text.replace(/[\w.%+/=-]{20,}/g, '…')).slice(0, 120);
}

export function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
