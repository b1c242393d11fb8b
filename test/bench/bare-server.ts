// The floor over HTTP: Nest on Fastify with one statement, no sign-in, no rules. Decorators are called by hand, because
// Node strips types but knows no decorators.
import 'reflect-metadata';
import { Body, Controller, Get, Header, Module, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { idOf } from './world.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 12 });
const AVAILABILITY = readFileSync(join(import.meta.dirname, 'sql', 'availability.sql'), 'utf8');
const INSERT = `INSERT INTO occurrences (id, reservation_id, group_id, room_id, series_date, during, holds, expected_participants)
  VALUES ($1, bench_id(7, 1), $2, $3, $4::date, tstzrange($5, $6), tstzrange($5, $6), 8)
  ON CONFLICT ON CONSTRAINT occurrences_no_double_booking DO NOTHING RETURNING id`;

interface Wish {
  roomId: string;
  start: string;
  until: string;
}

class Bare {
  async insert({ roomId, start, until }: Wish) {
    const values = [randomUUIDv7(), idOf('group', 1), roomId, start.slice(0, 10), start, until];
    const { rows } = await pool.query<{ id: string }>(INSERT, values);
    return { id: rows[0]?.id };
  }

  async availability({ slug, from, to }: Record<string, string>) {
    const { rows } = await pool.query<{ body: string }>(AVAILABILITY, [slug, from, to]);
    return rows[0]?.body;
  }

  ready() {
    return 'ok';
  }
}

const routes: [name: keyof Bare, ...decorators: MethodDecorator[]][] = [
  ['insert', Post('insert')],
  ['availability', Get('availability'), Header('content-type', 'application/json; charset=utf-8')],
  ['ready', Get('ready')],
];
for (const [name, ...decorators] of routes) {
  const descriptor = Object.getOwnPropertyDescriptor(Bare.prototype, name) as PropertyDescriptor;
  for (const decorate of decorators) decorate(Bare.prototype, name, descriptor);
}
Body()(Bare.prototype, 'insert', 0);
Query()(Bare.prototype, 'availability', 0);
Controller()(Bare);

class BareModule {
  readonly name = 'bare';
}
Module({ controllers: [Bare] })(BareModule);

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: false,
});
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
