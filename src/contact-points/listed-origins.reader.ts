import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ContactPointsReader } from './contact-points.reader.js';

/** Lets exactly the web sites that a contact point has listed read its anonymous answers (CORS), with no credentials. */
@Injectable()
export class ReadableFromListedOrigins implements NestInterceptor {
  constructor(private readonly contactPoints: ContactPointsReader) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { slug: string } }>>();
    const { origin } = request.headers;
    if (origin) {
      const { origins } = await this.contactPoints.requireBySlug(request.params.slug);
      const reply = context.switchToHttp().getResponse<FastifyReply>();
      void reply.header('vary', 'Origin');
      if (origins.includes(origin)) void reply.header('access-control-allow-origin', origin);
    }
    return next.handle();
  }
}
