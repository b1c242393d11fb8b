import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { RequestWithActor } from '../http/allowed-to.js';
import { DomainError } from '../../kernel/domain-error.js';
import { BadInput } from '../http/bad-input.js';
import { sendVersion } from '../http/if-match.js';
import { RememberedAnswersStore, type Answer } from './remembered-answers.store.js';
import { currentRequest, type RepeatableRequest } from './repeatable-request.js';

const HEADER = 'idempotency-key';
const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * A POST that carries an Idempotency-Key may be sent again, after a lost answer or by a double click: the same
 * caller with the same key and body gets the first answer, and nothing happens twice. Refusals are not kept.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly answers: RememberedAnswersStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = repeatableOf(http.getRequest<RequestWithActor>());
    if (!request) return next.handle();
    return from(this.answer(request, next, http.getResponse<FastifyReply>()));
  }

  private async answer(request: RepeatableRequest, next: CallHandler, reply: FastifyReply): Promise<unknown> {
    const { given, done } = await this.answers.recall(request);
    if (given) return replay(given, reply);
    if (done) request.before = done;
    try {
      const body: unknown = await currentRequest.run(request, () => lastValueFrom(next.handle()));
      await this.answers.keepAnswer(
        request,
        reply.statusCode,
        body === undefined ? '' : JSON.stringify(body),
      );
      return body;
    } catch (error) {
      // Sent twice at once, the second one may find the work done already and refuse it: the first one's answer counts.
      const first = error instanceof DomainError ? await this.answers.waitForAnswer(request) : undefined;
      if (!first) throw error;
      return replay(first, reply);
    }
  }
}

function replay({ status, answer }: Answer, reply: FastifyReply): unknown {
  void reply.status(status);
  const body = answer === '' ? undefined : (JSON.parse(answer) as unknown);
  // The controller, which sends it otherwise, is not asked.
  sendVersion(body, reply);
  return body;
}

/** Undefined for requests that cannot be told apart: without key, without a signed-in caller, or not creating. */
function repeatableOf({
  method,
  url,
  headers,
  body,
  actor,
}: RequestWithActor): RepeatableRequest | undefined {
  const key = headers[HEADER];
  if (method !== 'POST' || key === undefined || !actor || actor.kind === 'visitor') return undefined;
  if (typeof key !== 'string' || !KEY.test(key))
    throw new BadInput('Der Idempotency-Key hat die falsche Form.');
  const caller = actor.kind === 'representative' ? actor.personId : actor.staffMemberId;
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([method, url, body]))
    .digest();
  return { caller, key, fingerprint, isDone: false };
}
