import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, NotFound, TooManyTries } from '../../kernel/domain-error.js';
import { log } from '../logging/log.js';
import { BadInput } from './bad-input.js';
import { html } from './html.js';
import { isApi } from './is-api.js';
import { sendPage, type Page } from './page.js';

type Problem = {
  status: number;
  code: string;
  detail: string;
  facts?: Record<string, unknown>;
  retryAfterSeconds?: number;
};

/**
 * Connection refused, reset, timed out, too many, shutting down: the database is away for a moment. Serialisation
 * failure, deadlock, lock wait: it was asked again already and is too busy.
 */
const DATABASE_AWAY = /^(ECONN|ETIMEDOUT|EPIPE|08|53|57P|40001|40P01|55P03)/;

/** pg-pool has no code for a connection that did not come in time. */
const NO_CONNECTION = /^(timeout exceeded when trying to connect|Connection terminated)/;

const AWAY_SECONDS = 5;

/** Turns whatever was thrown into `application/problem+json` (RFC 9457): no stack, no SQL, no echo of input. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const problem = problemOf(error);
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (problem.status >= 500) logFault(error, request);
    sendRefusal(request, reply, problem);
  }
}

/** A page for people, a problem for programs. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  if (!isForPeople(request)) return sendProblem(reply, problem);
  announceRetry(reply, problem);
  sendPage(reply, problemPage(problem));
}

function announceRetry(reply: FastifyReply, { status, retryAfterSeconds }: Problem): void {
  const seconds = retryAfterSeconds ?? (status === 503 ? AWAY_SECONDS : undefined);
  if (seconds !== undefined) void reply.header('retry-after', String(seconds));
}

/** Whoever opened an address of ours in a browser reads a page, not JSON. */
function isForPeople(request: FastifyRequest): boolean {
  return !isApi(request) && (request.headers.accept ?? '').includes('text/html');
}

function problemPage({ status, detail }: Problem): Page {
  return {
    title: 'Virtuelles Haus der Selbsthilfe',
    status,
    body: html`<h1>${status === 404 ? 'Diese Seite gibt es nicht' : 'Das hat nicht geklappt'}</h1>
      <p>${detail}</p>
      <p><a href="/">Zum Eingang des Hauses</a></p>`,
  };
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  announceRetry(reply, problem);
  const { status, code, detail, facts } = problem;
  void reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', title: code, status, detail, code, ...facts }));
}

export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    const { status, code, detail, facts } = error;
    const retryAfterSeconds = error instanceof TooManyTries ? error.retryAfterSeconds : undefined;
    return { status, code, detail, facts, retryAfterSeconds };
  }
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  const { statusCode } = error as { statusCode?: number };
  if (statusCode && statusCode < 500) return ofStatus(statusCode);
  return isDatabaseAway(error) ? ofStatus(503) : ofStatus(500);
}

function isDatabaseAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === undefined ? NO_CONNECTION.test(message ?? '') : DATABASE_AWAY.test(code);
}

const PLAIN: Record<number, { code: string; detail: string } | undefined> = {
  405: { code: 'methodNotAllowed', detail: 'So lässt sich diese Adresse nicht aufrufen.' },
  413: { code: 'tooBig', detail: 'Das ist zu viel auf einmal. Bitte senden Sie weniger.' },
  415: { code: 'wrongType', detail: 'Dieses Format versteht das Haus nicht.' },
  503: {
    code: 'unavailable',
    detail: 'Das Haus ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
  },
};

function ofStatus(status: number): Problem {
  if (status === 404) return problemOf(new NotFound());
  const plain = PLAIN[status];
  if (plain) return { status, ...plain };
  if (status < 500) return problemOf(new BadInput('Die Anfrage hat die falsche Form.'));
  return {
    status: 500,
    code: 'fault',
    detail: 'Da ist im Haus etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  };
}

/** The route's pattern, never the address itself: addresses carry tokens. */
function logFault(error: unknown, request: FastifyRequest): void {
  const { name, code, stack } = error as { name?: string; code?: string; stack?: string };
  const where = stack
    ?.split('\n')
    .filter((frame) => frame.trim().startsWith('at '))
    .slice(0, 8);
  log.error({ name, code, where, method: request.method, route: request.routeOptions.url }, 'request failed');
}
