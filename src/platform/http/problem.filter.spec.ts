import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { QueryFailedError } from 'typeorm';
import { TooManyTries } from '../../kernel/domain-error.js';
import { problemOf, sendRefusal } from './problem.filter.js';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('A database that is away or too busy answers 503', () => {
  it.each(['ECONNREFUSED', '53300', '57P01', '08006', '55P03', '40P01', '40001'])('code %s', (code) => {
    expect(problemOf(withCode(code))).toMatchObject({ status: 503, code: 'unavailable' });
    expect(problemOf(new QueryFailedError('SELECT 1', [], withCode(code))).status).toBe(503);
  });

  it.each([
    'timeout exceeded when trying to connect',
    'Connection terminated due to connection timeout',
    'Connection terminated unexpectedly',
  ])('without a code: %s', (message) => {
    expect(problemOf(new Error(message)).status).toBe(503);
  });
});

describe('A fault of the house stays one', () => {
  it.each([withCode('23505'), withCode('42P01'), new Error('x'), new TypeError('timeout'), {}])(
    '%s',
    (error) => {
      expect(problemOf(error)).toMatchObject({ status: 500, code: 'fault' });
    },
  );
});

describe('Whoever comes too often or too early reads when to come back', () => {
  it.each([
    ['a page', 'text/html', new TooManyTries(77), '77'],
    ['a problem', '*/*', new TooManyTries(77), '77'],
    ['a page', 'text/html', withCode('ECONNREFUSED'), '5'],
    ['a problem', '*/*', withCode('ECONNREFUSED'), '5'],
    ['a page', 'text/html', new Error('x'), undefined],
  ])('on %s', async (_, accept, error, expected) => {
    const server = fastify();
    server.get('/', (request, reply) => sendRefusal(request, reply, problemOf(error)));
    const { headers } = await server.inject({ url: '/', headers: { accept } });
    expect(headers['retry-after']).toBe(expected);
    expect(headers['content-type']).toMatch(
      accept === 'text/html' ? /^text\/html/ : /^application\/problem\+json/,
    );
  });
});
