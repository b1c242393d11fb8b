import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The contract of the house, generated from its routes and schemas. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const facts = new DocumentBuilder()
    .setTitle('Virtuelles Haus der Selbsthilfe')
    .setDescription('Errors are application/problem+json (RFC 9457). Instants are RFC 3339 in UTC.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, facts);
}

/** `/api/openapi.json` for programs and `/api/docs` for people. Not in production. */
export function showApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/openapi.json' });
}
