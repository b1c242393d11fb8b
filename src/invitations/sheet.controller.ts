import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Representative } from '../kernel/actor.js';
import { AllowedTo, CurrentActor } from '../platform/http/allowed-to.js';
import { IdParam } from '../platform/http/id-param.js';
import type { SheetFacts } from './sheet.pdf.js';
import { SheetReader } from './sheet.reader.js';

const PDF = 'application/pdf';

/** A sheet of paper for people without e-mail. */
@Controller('api')
@AllowedTo('representative')
export class SheetController {
  constructor(private readonly sheets: SheetReader) {}

  @Get('occurrences/:id/sheet.pdf')
  @ApiProduces(PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async ofDate(
    @CurrentActor() actor: Representative,
    @IdParam() occurrenceId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.sheets.forDate(actor, occurrenceId));
  }

  @Get('reservations/:id/sheet.pdf')
  @ApiProduces(PDF)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async ofReservation(
    @CurrentActor() actor: Representative,
    @IdParam() reservationId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.sheets.forReservation(actor, reservationId));
  }
}

/**
 * The name of the file stays in the list of downloads: it says nothing. What draws it is loaded with the first sheet: it
 * takes as much memory as all else that invitations need.
 */
async function send(reply: FastifyReply, facts: SheetFacts): Promise<void> {
  const { writeSheet } = await import('./sheet.pdf.js');
  const file = await writeSheet(facts);
  void reply.header('content-disposition', 'attachment; filename="treffen.pdf"').type(PDF).send(file);
}
