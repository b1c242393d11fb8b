import type { WishName } from './wishes.ts';

/** One thing that is measured; those of a case take turns. */
export type Line =
  { name: string; by: 'house' | 'bare'; wish: WishName } | { name: string; by: 'pgbench'; script: string };

export interface Case {
  name: string;
  lines: Line[];
}

const house = (name: string, wish: WishName): Line => ({ name, by: 'house', wish });
const bare = (name: string, wish: WishName): Line => ({ name, by: 'bare', wish });
const floor = (name: string, script: string): Line => ({ name, by: 'pgbench', script });

/** Each at every number of clients and every size. */
export const cases: Case[] = [
  {
    name: 'reserve',
    lines: [
      house('reserve one date', 'single'),
      house('reserve one date, contact point of 20 rooms', 'ofTwenty'),
      floor('  floor: one insert, pgbench', 'floor-one.sql'),
      floor('  floor: three inserts as one CTE, pgbench', 'floor-three.sql'),
      bare('  floor: bare Nest-fastify + one insert', 'bareInsert'),
    ],
  },
  {
    name: 'refuse',
    lines: [
      house('reserve one date (beside refusals)', 'single'),
      house('refused: room taken (409)', 'clash'),
    ],
  },
  {
    name: 'twenty',
    lines: [
      house('reserve, named room of 20', 'ofTwenty'),
      house('reserve, any room of 20', 'any'),
      house('refused, 20 rooms (409)', 'clashOfTwenty'),
    ],
  },
  { name: 'series', lines: [house('52-date series', 'series')] },
  { name: 'preview', lines: [house('preview of 52 dates', 'preview')] },
  { name: 'move', lines: [house('move (PATCH)', 'move')] },
  {
    name: 'day20',
    lines: [
      house('availability: day × 20 rooms', 'day20'),
      bare('  floor: bare Nest-fastify, same JSON', 'bareDay20'),
    ],
  },
  {
    name: 'day200',
    lines: [
      house('availability: day × 200 rooms', 'day200'),
      bare('  floor: bare Nest-fastify, same JSON (200)', 'bareDay200'),
    ],
  },
  {
    name: 'month',
    lines: [
      house('availability: month × 1 room', 'month'),
      bare('  floor: bare Nest-fastify, same JSON (month)', 'bareMonth'),
    ],
  },
  {
    name: 'door',
    lines: [house('slot guard: list of 400 slots', 'beat'), house('enter a meeting', 'enter')],
  },
  { name: 'hot', lines: [house('one hot room', 'hot'), house('spread over 1,000 rooms', 'spread')] },
];
