import type { Page } from '@playwright/test';

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
