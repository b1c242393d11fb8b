import type { Page } from '@playwright/test';
import type { Keyboard } from './by-keyboard.js';
import { expect } from './open-house.js';

export const NOT_KEPT = 'Die Liste für das nächste Mal konnte das Haus nicht behalten.';
/** As the house says it, sixty addresses later. */
export const FULL = 'Die Liste kann höchstens 60 Personen enthalten.';

const LISTS = '**/api/groups/*/invitees';

/** The list that the group keeps takes nothing up. */
export async function refuseToKeep(page: Page): Promise<void> {
  await page.route(LISTS, (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status: 422, json: { code: 'tooManyInvitees', detail: FULL } })
      : route.continue(),
  );
}

export function keepAgain(page: Page): Promise<void> {
  return page.unroute(LISTS);
}

/** Whoever wants no list any more, while the house cannot be asked for that, hears that it is still there. */
export async function keepsTheList(page: Page, keyboard: Keyboard): Promise<void> {
  const keep = page.getByLabel('Diese Adressen für das nächste Mal behalten');
  await keep.check();
  await keyboard.type(/^TEXTAREA E-Mail-Adressen/, 'nora@neue-gruppe.example');
  await keyboard.press(/^BUTTON Einladungen senden/);
  await expect(page.getByText(/Die Liste wird am .* gelöscht\./)).toBeVisible();
  await keep.uncheck();
  await page.route(LISTS, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await keyboard.type(/^TEXTAREA E-Mail-Adressen/, 'otto@neue-gruppe.example');
  await keyboard.press(/^BUTTON Einladungen senden/);
  const said =
    'Eine Einladung ist unterwegs. Die Liste für das nächste Mal konnte das Haus nicht löschen. Sie ist noch da.';
  await expect(page.getByRole('alert')).toHaveText(said);
  await expect(page.getByRole('alert')).toBeFocused();
  await keepAgain(page);
}
