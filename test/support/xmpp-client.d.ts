/** As much of @xmpp/client 0.14 as the stories use: it brings no types, and those of others bring forty packages. */
declare module '@xmpp/client' {
  export interface Element {
    name: string;
    attrs: Record<string, string | undefined>;
    is(name: string, namespace?: string): boolean;
    getChild(name: string, namespace?: string): Element | undefined;
    getChildren(name: string, namespace?: string): Element[];
    getChildText(name: string, namespace?: string): string | null;
    text(): string;
  }

  export interface Connection {
    reconnect: { stop(): void };
    start(): Promise<{ toString(): string }>;
    stop(): Promise<unknown>;
    send(stanza: Element): Promise<void>;
    on(event: 'stanza', listener: (stanza: Element) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
  }

  interface Credentials {
    username: string;
    password: string;
  }

  export function client(options: {
    service: string;
    domain: string;
    resource?: string;
    credentials: (signIn: (who: Credentials, mechanism: string) => Promise<void>) => Promise<void>;
  }): Connection;

  export function xml(
    name: string,
    attrs?: Record<string, string>,
    ...children: (Element | string)[]
  ): Element;
}
