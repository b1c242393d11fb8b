import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotSignedIn } from '../kernel/domain-error.js';
import { MeetingServersReader, type ServerRow } from '../rooms/meeting-servers.reader.js';

type RequestOfServer = FastifyRequest & { callingServer?: ServerRow };

const BEARER = /^Bearer ([\w.~+/-]{1,300}=*)$/i;

/** Lets in a Jitsi server that shows its secret. Unknown servers and wrong secrets get the same answer (401). */
@Injectable()
export class CallingServerGuard implements CanActivate {
  constructor(private readonly servers: MeetingServersReader) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestOfServer>();
    request.callingServer = await this.requireCaller(request);
    return true;
  }

  /** For routes that only some may ask everything. Throws NotSignedIn. */
  async requireCaller({ headers, params }: FastifyRequest): Promise<ServerRow> {
    const secret = BEARER.exec(headers.authorization ?? '')?.[1];
    const server = await this.servers.findCaller((params as { server: string }).server, secret ?? '');
    if (!server) throw new NotSignedIn();
    return server;
  }
}

/** The server that the guard found behind the request. */
export const CallingServer = createParamDecorator((_: unknown, context: ExecutionContext): ServerRow => {
  const { callingServer } = context.switchToHttp().getRequest<RequestOfServer>();
  if (!callingServer) throw new NotSignedIn();
  return callingServer;
});
