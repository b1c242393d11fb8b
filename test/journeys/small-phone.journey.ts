import type { Page } from '@playwright/test';
import { becomeRepresentative } from './become-representative.js';
import { expectNoSidewaysScroll } from './accessible.js';
import { Keyboard, pressEnter } from './by-keyboard.js';
import { expect, test } from './open-house.js';

const PHONES = [
  [320, 568],
  [320, 640],
  [375, 667],
] as const;

test('what is said on a small phone is seen from its beginning', async ({ page, house }) => {
  const email = 'klein@neue-gruppe.example';
  await becomeRepresentative(page, { house, keyboard: new Keyboard(page), email });
  await pressEnter(page.getByRole('button', { name: 'Raum reservieren' }));
  for (const [width, height] of PHONES) {
    await page.setViewportSize({ width, height });
    await leavesOutTheDay(page);
  }
  await reserve(page);
  await pressEnter(page.getByRole('button', { name: 'Niemanden einladen' }));
  for (const [width, height] of PHONES) {
    await page.setViewportSize({ width, height });
    await pressEnter(page.getByRole('button', { name: /^(Noch einen )?Raum reservieren$/ }));
    await reserve(page);
    await readsTheClash(page);
    await pressEnter(page.getByRole('button', { name: 'Zurück zu meinen Terminen' }));
  }
});

/** The browser itself says what is missing, and shows the field. */
async function leavesOutTheDay(page: Page): Promise<void> {
  await page.getByLabel('Datum').fill('');
  await pressEnter(page.getByRole('button', { name: 'Raum reservieren und weiter' }));
  await expect(page.getByLabel('Datum')).toBeFocused();
  await expect(page.getByText('Datum', { exact: true })).toBeInViewport({ ratio: 1 });
}

async function reserve(page: Page): Promise<void> {
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 290 });
  await page.getByLabel('Datum').fill(day.toString());
  await page.getByLabel('Beginn').selectOption('10:00');
  const room = page.getByLabel('Raum', { exact: true });
  const option = room.locator('option', { hasText: 'Gesprächsraum Linde' });
  await room.selectOption({ label: (await option.innerText()).trim() });
  await pressEnter(page.getByRole('button', { name: 'Raum reservieren und weiter' }));
}

/** The notice with all its ways out is higher than the screen. */
async function readsTheClash(page: Page): Promise<void> {
  const notice = page.getByRole('alert');
  await expect(notice).toBeFocused();
  await expect(notice.getByRole('heading')).toBeInViewport({ ratio: 1 });
  await expect(notice.getByText(/schon reserviert/)).toBeInViewport();
  await expectNoSidewaysScroll(page);
}
