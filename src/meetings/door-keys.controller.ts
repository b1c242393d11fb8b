import { Controller, Get, Header, Param } from '@nestjs/common';
import { NotFound } from '../kernel/domain-error.js';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { DoorKeys } from './door-keys.js';

/** Where Prosody fetches the public key (`asap_key_server`), once after each of its starts. */
@Controller('jitsi/keys')
export class DoorKeysController {
  constructor(private readonly keys: DoorKeys) {}

  @Get(':file')
  @AllowedTo('visitor')
  @Header('content-type', 'application/x-pem-file')
  @Header('cache-control', 'public, max-age=300')
  show(@Param('file') file: string): string {
    const hash = /^([0-9a-f]{64})\.pem$/.exec(file)?.[1];
    const pem = hash && this.keys.findPublicKey(hash);
    if (!pem) throw new NotFound();
    return pem;
  }
}
