import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotFound } from '../kernel/domain-error.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { etagOf, isKnown } from '../platform/http/if-none-match.js';
import { DoorKeys } from './door-keys.js';

/** Where Prosody fetches a public key (`asap_key_server`), once after each of its starts. */
@Controller('jitsi/keys')
export class DoorKeysController {
  constructor(private readonly keys: DoorKeys) {}

  @Get(':file')
  @AllowedTo('visitor')
  show(
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    const hash = /^([0-9a-f]{64})\.pem$/.exec(file)?.[1];
    const pem = hash && this.keys.findPublicKey(hash);
    if (!pem) throw new NotFound();
    const etag = etagOf(pem);
    void reply.header('etag', etag).header('cache-control', 'public, max-age=300');
    if (isKnown(etag, known)) void reply.status(304).send();
    else void reply.type('application/x-pem-file').send(pem);
  }
}
