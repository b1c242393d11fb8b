import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOkResponse, ApiParam } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AllowedTo } from '../platform/http/allowed-to.js';
import { BadInput } from '../platform/http/bad-input.js';
import { MeetingServersReader, type ServerRow } from '../rooms/meeting-servers.reader.js';
import { CallingServer, CallingServerGuard } from './calling-server.guard.js';
import { LookUpPin } from './look-up-pin.js';
import { codeQuery, numbersQuery, type CodeQuery } from './meetings.requests.js';
import { phoneCodeView, phoneNumbersView, toPinView, type PhoneCodeView } from './meetings.views.js';
import { PhoneReader } from './phone.reader.js';

const BODY_LIMIT_BYTES = 4096;

/** Jitsi's pages show people number and PIN; the telephone exchange asks which room a PIN opens. */
@Controller('jitsi/:server/phone')
@AllowedTo('visitor')
@ApiParam({ name: 'server' })
export class PhoneController {
  constructor(
    private readonly servers: MeetingServersReader,
    private readonly phone: PhoneReader,
    private readonly lookUpPin: LookUpPin,
    private readonly guard: CallingServerGuard,
  ) {}

  @Get('numbers')
  @ApiOkResponse({ standardSchema: phoneNumbersView })
  async numbers(
    @Param('server') slug: string,
    @Query({ schema: numbersQuery }) _: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const server = await this.servers.require(slug);
    allowPagesOf(server, reply);
    return server.dialIn;
  }

  /** By `conference` for people in the room; by `id` for the exchange, which shows its secret. */
  @Get('code')
  @ApiOkResponse({ standardSchema: phoneCodeView })
  async code(
    @Req() request: FastifyRequest<{ Params: { server: string } }>,
    @Query({ schema: codeQuery }) query: CodeQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PhoneCodeView> {
    void reply.header('cache-control', 'no-store');
    if (query.id !== undefined) return this.answer(await this.guard.requireCaller(request), query);
    const server = await this.servers.require(request.params.server);
    allowPagesOf(server, reply);
    return this.answer(server, query);
  }

  @Post('code')
  @HttpCode(200)
  @UseGuards(CallingServerGuard)
  @RouteConfig({ bodyLimit: BODY_LIMIT_BYTES })
  @ApiOkResponse({ standardSchema: phoneCodeView })
  codeForExchange(@CallingServer() server: ServerRow, @Body({ schema: codeQuery }) query: CodeQuery) {
    return this.answer(server, query);
  }

  private async answer(server: ServerRow, { id, conference, caller }: CodeQuery): Promise<PhoneCodeView> {
    if (id !== undefined) return toPinView(server, id, await this.lookUpPin.run(server, id, caller));
    if (conference === undefined) throw new BadInput('Die Angabe conference oder id fehlt.');
    return this.phone.codeOf(server, conference);
  }
}

/** Only pages of this Jitsi server may read the answer (Fetch, 3.2). */
function allowPagesOf({ baseUrl }: ServerRow, reply: FastifyReply): void {
  const origin = URL.canParse(baseUrl) ? new URL(baseUrl).origin : 'null';
  if (origin !== 'null') void reply.header('access-control-allow-origin', origin).header('vary', 'origin');
}
