import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectRoomForLargeText } from './accessible.js';
import type { Keyboard } from './by-keyboard.js';

interface Weekdays {
  page: Page;
  keyboard: Keyboard;
  /** The day in the form. */
  first: Temporal.PlainDate;
}

/**
 * Looks at a series on several weekdays: first with none named, then with all but that of the day typed, which is
 * more than a group may hold in a week. Ends in the form, with nothing reserved.
 */
export async function lookAtSeveralWeekdays({ page, keyboard, first }: Weekdays): Promise<void> {
  await keyboard.choose(/^INPUT Jeden/, /^INPUT An mehreren/);
  const days = page.getByRole('group', { name: 'An diesen Tagen' });
  await days.getByRole('checkbox', { checked: true }).uncheck();
  await expectRoomForLargeText(page);
  await keyboard.press(/^BUTTON Termine ansehen/);
  await expectNoticeAtWeekdays(page);
  for (let weekday = 1; weekday < 7; weekday++)
    await days.getByLabel(nameOf(first.add({ days: weekday }))).check();
  await expect(days).not.toContainText('mindestens einen Wochentag');
  await page.getByLabel('Anzahl der Termine').fill('12');
  await keyboard.press(/^BUTTON Termine ansehen/);
  await expect(page.getByText(`Erster Termin: ${inWords(first.add({ days: 1 }))}.`)).toBeVisible();
  const tooMuch = page.locator('.clashes li').filter({ hasText: 'Zu viele Stunden in dieser Woche' });
  await expect(tooMuch.first()).toContainText('Sie können den Termin nur auslassen.');
  await expectAccessible(page);
  await keyboard.press(/^BUTTON Angaben ändern/);
  await keyboard.choose(/^INPUT An mehreren/, new RegExp(`^INPUT Jeden ${nameOf(first)}$`));
}

/** Where the checkboxes are, not at the top of the form, which is screens away on a phone. */
async function expectNoticeAtWeekdays(page: Page): Promise<void> {
  const firstBox = page.getByLabel('Montag', { exact: true });
  await expect(firstBox).toBeFocused();
  await expect(firstBox).toHaveAccessibleDescription('Bitte wählen Sie mindestens einen Wochentag.');
  await expect(page.getByText('Bitte wählen Sie mindestens einen Wochentag.')).toBeInViewport();
  await expectAccessible(page);
}

const nameOf = (day: Temporal.PlainDate): string => day.toLocaleString('de-DE', { weekday: 'long' });

const inWords = (day: Temporal.PlainDate): string => day.toLocaleString('de-DE', { dateStyle: 'full' });
