import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { sendAppPage, untilItRuns } from '../platform/http/app-page.js';
import { html } from '../platform/http/html.js';

/** The page of the contact point's team. Never framed. */
@Controller('desk')
@ApiExcludeController()
@AllowedTo('visitor')
export class DeskController {
  @Get()
  show(@Res() reply: FastifyReply): void {
    const element = html`<vh-desk>${untilItRuns()}</vh-desk>`;
    sendAppPage(reply, { title: 'Schreibtisch der Kontaktstelle', app: 'desk', frameAncestors: [], element });
  }
}
