import { request, type OutgoingHttpHeaders } from 'node:http';

export interface RawAnswer {
  status: number;
  text: string;
}

export interface RawCall {
  method?: string;
  /** As it goes over the line: `fetch` would tidy up dots and slashes. */
  path: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

/** Sends a request whose path nobody has tidied up. */
export function sendRaw(baseUrl: string, call: RawCall): Promise<RawAnswer> {
  const { method = 'GET', path, headers, body } = call;
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
