import { z } from 'zod';
import { isPlainAddress, PHONE_NUMBER, PROFILES } from '../kernel/jitsi-server.js';
import { line, listQuery } from '../platform/http/fields.js';

const domain = z
  .string()
  .max(253)
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, { error: 'Bitte einen Rechnernamen wie meet.example.' });

const baseUrl = z
  .string()
  .max(300)
  .refine(isPlainAddress, { error: 'Bitte eine Adresse wie https://meet.example.' })
  .transform((text) => text.replace(/\/+$/, ''));

const dialInNumber = z.strictObject({
  countryCode: z.string().regex(/^[A-Z]{2}$/, { error: 'Bitte ein Land wie DE.' }),
  formattedNumber: z.string().regex(PHONE_NUMBER, { error: 'Bitte eine Nummer wie +49 231 1234567.' }),
  tollFree: z.boolean(),
  default: z.boolean(),
});

const facts = {
  baseUrl,
  xmppDomain: domain,
  mucDomain: domain,
  issuer: line(100),
  audience: line(100),
  profile: z.enum(PROFILES),
  capacity: z.int().min(2).max(2_000_000_000),
  hasLobby: z.boolean(),
  dialIn: z.array(dialInNumber).max(20),
};

/** Part of the addresses that the server calls the house at. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .refine((name) => name !== 'keys');

export const newServer = z.strictObject({ slug, ...facts });
export type NewServer = z.infer<typeof newServer>;

export const changeServerRequest = z.strictObject({ ...facts, isOpen: z.boolean() }).partial();
export type ChangeServerRequest = z.infer<typeof changeServerRequest>;

export const serverListQuery = z.strictObject({ limit: listQuery.limit, cursor: slug.optional() });
export type ServerListQuery = z.infer<typeof serverListQuery>;
