import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../kernel/domain-error.js';
import { isApi } from './is-api.js';
import { problemOf, sendProblem, sendRefusal } from './problem.filter.js';

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'x-robots-tag': 'noindex',
};

/** Where mail programs send a form of many parts, with one field (RFC 8058, 3.2). */
const ONE_CLICK = '/unsubscribe';
const FIELD = /name="([^"]{1,100})"\r?\n(?:[^\r\n]+\r?\n)*\r?\n([^\r\n]{0,100})/g;

/** Jitsi's modules ask there: some send JSON, some form data. */
const JITSI = '/jitsi/';
const FORM = 'application/x-www-form-urlencoded';

/** What holds for every answer of the house, pages, files and programs alike. */
export function addRequestHooks(server: FastifyInstance, options: { isProduction: boolean }): void {
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(headersFor(options));
    if (isApi(request)) void reply.header('cache-control', 'no-store');
    if (!hasReadableType(request)) return refuseType(reply);
  });
  limitBodies(server);
  readManyParts(server);
  hangUpWhenClosing(server);
}

/** `@RouteConfig({ bodyLimit })`: what is larger is refused before it is read to its end. */
function limitBodies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit) route.bodyLimit = bodyLimit;
  });
}

function readManyParts(server: FastifyInstance): void {
  const options = { parseAs: 'string', bodyLimit: 10_000 } as const;
  server.addContentTypeParser<string>('multipart/form-data', options, (_request, body, done) => {
    const fields = [...body.matchAll(FIELD)].map(([, name = '', value = '']) => [name, value]);
    done(null, Object.fromEntries(fields));
  });
}

/** The router's own refusals, of an address that cannot be read or is too long, run no hook: there is nothing there. */
export function refuseAddress(options: { isProduction: boolean }) {
  return (_error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    void reply.headers(headersFor(options));
    sendRefusal(request, reply, problemOf(new NotFound()));
  };
}

function headersFor({ isProduction }: { isProduction: boolean }): Record<string, string> {
  if (!isProduction) return HEADERS;
  return { ...HEADERS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' };
}

/** An answer that is still given while the house closes is the last on its line: an open line would hold the end up. */
function hangUpWhenClosing(server: FastifyInstance): void {
  let isClosing = false;
  server.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  server.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close');
  });
}

/** Programs send JSON, forms of our own pages send form data, and neither passes for the other. */
function hasReadableType(request: FastifyRequest): boolean {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined) return Number(request.headers['content-length'] ?? 0) === 0;
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  return isReadable(type, request);
}

function isReadable(type: string | undefined, request: FastifyRequest): boolean {
  if (isApi(request)) return type === 'application/json';
  if (request.routeOptions.url?.startsWith(JITSI)) return type === 'application/json' || type === FORM;
  return type === FORM || (type === 'multipart/form-data' && isOneClick(request));
}

function refuseType(reply: FastifyReply): FastifyReply {
  sendProblem(reply, { status: 415, code: 'wrongType', detail: 'Dieses Format versteht das Haus nicht.' });
  return reply;
}

function isOneClick({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.endsWith(ONE_CLICK) === true;
}
