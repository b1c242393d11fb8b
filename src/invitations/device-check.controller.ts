import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendPage } from '../platform/http/page.js';
import { deviceCheckPage } from './device-check.page.js';
import { wordingQuery, type WordingQuery } from './invitations.requests.js';

/** For people who want to try camera and sound before any meeting. Knows nobody and keeps nothing. */
@Controller('technik-check')
@ApiExcludeController()
@AllowedTo('visitor')
export class DeviceCheckController {
  @Get()
  show(@Query({ schema: wordingQuery }) { wording }: WordingQuery, @Res() reply: FastifyReply): void {
    sendPage(reply, deviceCheckPage(wording));
  }
}
