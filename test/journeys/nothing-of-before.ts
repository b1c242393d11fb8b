import type { Page } from '@playwright/test';
import { expect } from './open-house.js';

/** All that is asked about a group: its dates, settings, representatives and the address for the calendar. */
const ABOUT_GROUP = '**/api/groups/**';
const LOADS = 4;

/** Another group or another person, on a slow line: until the house has answered, nothing of before can be read or pressed. */
export async function showsNothingOfBefore(page: Page, change: () => Promise<unknown>): Promise<void> {
  const dates = page.locator('vh-my-dates');
  const waiting = dates.getByText('Einen Moment bitte …');
  const answers = Promise.withResolvers<undefined>();
  await page.route(ABOUT_GROUP, async (route) => {
    await answers.promise;
    await route.continue();
  });
  await change();
  await expect(waiting).toHaveCount(LOADS);
  await expect(
    dates.locator('.date-card, .announcement.ok, li, form, vh-calendar-address button'),
  ).toHaveCount(0);
  answers.resolve(undefined);
  await expect(waiting).toHaveCount(0);
  await page.unroute(ABOUT_GROUP);
}

/** What the house answers when a session has ended, without which the page would not know. */
export async function endSession(page: Page, ask: () => Promise<void>): Promise<void> {
  await page.route(ABOUT_GROUP, (route) => route.fulfill({ status: 401, json: {} }), { times: 1 });
  await ask();
  await expect(page.getByLabel('Ihre E-Mail-Adresse')).toBeVisible();
}
