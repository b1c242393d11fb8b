/** Who calls: a representative's bearer token, or the cookie of somebody at the desk. */
export interface Caller {
  token?: string;
  cookie?: string;
}

export interface Answer<Body> {
  status: number;
  headers: Headers;
  text: string;
  body: Body;
}

export interface Call {
  as?: Caller;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Talks HTTP to one instance of the house, as programs and browsers do. */
export class HttpCaller {
  constructor(readonly baseUrl: string) {}

  get<Body = Record<string, unknown>>(path: string, call: Call = {}): Promise<Answer<Body>> {
    return this.send('GET', path, call);
  }

  post<Body = Record<string, unknown>>(path: string, call: Call = {}): Promise<Answer<Body>> {
    return this.send('POST', path, call);
  }

  delete<Body = Record<string, unknown>>(path: string, call: Call = {}): Promise<Answer<Body>> {
    return this.send('DELETE', path, call);
  }

  /** Sends a form as a browser does, and does not follow where it leads. */
  submit(path: string, fields: Record<string, string>): Promise<Answer<unknown>> {
    const body = new URLSearchParams(fields).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.raw(path, { method: 'POST', body, headers });
  }

  send<Body = Record<string, unknown>>(method: string, path: string, call: Call = {}): Promise<Answer<Body>> {
    const headers: Record<string, string> = { ...call.headers };
    if (call.as?.token) headers['authorization'] = `Bearer ${call.as.token}`;
    if (call.as?.cookie) Object.assign(headers, { cookie: call.as.cookie, origin: 'https://haus.example' });
    const body = call.body === undefined ? undefined : JSON.stringify(call.body);
    if (body !== undefined) headers['content-type'] = 'application/json';
    return this.raw<Body>(path, { method, headers, body });
  }

  async raw<Body = Record<string, unknown>>(path: string, init: RequestInit = {}): Promise<Answer<Body>> {
    const response = await fetch(`${this.baseUrl}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const body = (isJson && text !== '' ? JSON.parse(text) : undefined) as Body;
    return { status: response.status, headers: response.headers, text, body };
  }
}
