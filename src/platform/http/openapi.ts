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
  return withHabits(SwaggerModule.createDocument(app, facts));
}

/** What all routes have in common is said once, here, and not at each of them. */
function withHabits(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const [method, header] of Object.entries(HEADERS)) {
      const operation = path[method as keyof typeof HEADERS];
      operation?.parameters?.push({ in: 'header', required: false, schema: { type: 'string' }, ...header });
    }
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) settle(operation);
    }
  }
  document.components = { ...document.components, responses: { Problem: PROBLEM } };
  return document;
}

/** Every operation may answer with a problem, and a body with a default may stay away. */
function settle({ responses, requestBody }: OperationObject): void {
  responses['default'] ??= { $ref: '#/components/responses/Problem' };
  if (!requestBody || !('content' in requestBody)) return;
  const { schema } = requestBody.content['application/json'] ?? {};
  requestBody.required = !schema || !('default' in schema);
}

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const IF_MATCH = { name: 'If-Match', description: 'The version the caller has seen; 412 when it is stale.' };
const HEADERS = {
  post: {
    name: 'Idempotency-Key',
    description:
      'Signed-in callers may send the same request again with the same key and get the first answer.',
  },
  put: IF_MATCH,
  patch: IF_MATCH,
  delete: IF_MATCH,
};

const PROBLEM = {
  description:
    '400 misshapen, 401 not signed in, 403 not allowed, 404 unknown or not yours, 409 clash, 412 stale, 422 against a rule, 429 too often.',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string', description: 'A sentence for people.' },
          code: { type: 'string' },
        },
      },
    },
  },
};

/** `/api/openapi.json` for programs and `/api/docs` for people. Not in production. */
export function showApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/openapi.json' });
}
