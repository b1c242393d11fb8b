import { z } from 'zod';
import { HOUSE_TIME_ZONE } from '../kernel/local-time.js';
import type { ContactPoint } from './contact-point.entity.js';

export const contactPointView = z.strictObject({
  slug: z.string(),
  name: z.string(),
  town: z.string(),
  land: z.string(),
  phone: z.string(),
  email: z.string(),
  openingHours: z.string(),
  wording: z.string(),
  website: z.string(),
  imprintUrl: z.string(),
  privacyUrl: z.string(),
  timeZone: z.string(),
  rules: z.strictObject({
    minMinutes: z.int(),
    maxMinutes: z.int(),
    defaultMinutes: z.int(),
    opensAt: z.string(),
    closesAt: z.string(),
    horizonMonths: z.int(),
    bufferMinutes: z.int(),
    mostRoomsAtOnce: z.int(),
    mostWeeklyMinutes: z.int(),
  }),
});

export type ContactPointView = z.infer<typeof contactPointView>;

export function toContactPointView(contactPoint: ContactPoint): ContactPointView {
  const { slug, name, town, land, phone, email, openingHours, wording, website, imprintUrl, privacyUrl } =
    contactPoint;
  const { defaultMinutes, opensAt, closesAt, horizonMonths } = contactPoint;
  const { bufferMinutes, mostRoomsAtOnce, mostWeeklyMinutes } = contactPoint;
  return {
    slug,
    name,
    town,
    land,
    phone,
    email,
    openingHours,
    wording,
    website,
    imprintUrl,
    privacyUrl,
    timeZone: HOUSE_TIME_ZONE,
    rules: {
      minMinutes: contactPoint.shortestMinutes,
      maxMinutes: contactPoint.longestMinutes,
      defaultMinutes,
      opensAt,
      closesAt,
      horizonMonths,
      bufferMinutes,
      mostRoomsAtOnce,
      mostWeeklyMinutes,
    },
  };
}
