import type { FrameLocator, Page } from '@playwright/test';
import { pressEnter } from './by-keyboard.js';
import { expect } from './open-house.js';

interface Me {
  groups: { state: string }[];
  openAgreements: { version: number; text: string }[];
}

const TEXT_OF_BEFORE = 'Regeln von gestern.';

/** Whoever enters next reads rules that the team has replaced meanwhile. */
export async function showRulesOfBefore(page: Page): Promise<void> {
  await page.route(
    '**/api/me',
    async (route) => {
      const response = await route.fetch();
      const me = (await response.json()) as Me;
      const openAgreements = me.openAgreements.map((each) => ({
        ...each,
        version: each.version - 1,
        text: TEXT_OF_BEFORE,
      }));
      await route.fulfill({ response, json: { ...me, openAgreements } });
    },
    { times: 1 },
  );
}

/** Whoever enters next reads rules that are new since they agreed. */
export async function showNewRules(page: Page): Promise<void> {
  await page.route(
    '**/api/me',
    async (route) => {
      const response = await route.fetch();
      const me = (await response.json()) as Me;
      const openAgreements = [{ version: 1, title: 'Hausregeln', text: 'Regeln von heute.' }];
      await route.fulfill({ response, json: { ...me, openAgreements } });
    },
    { times: 1 },
  );
}

/** Whoever looks next learns that the access of their groups stands like this. */
export async function tellState(page: Page, state: 'active' | 'paused'): Promise<void> {
  await page.route(
    '**/api/me',
    async (route) => {
      const response = await route.fetch();
      const me = (await response.json()) as Me;
      await route.fulfill({
        response,
        json: { ...me, groups: me.groups.map((each) => ({ ...each, state })) },
      });
    },
    { times: 1 },
  );
}

/** The house takes no word for rules that hold no longer; those that do are there to be read. */
export async function agreeTooLate(frame: FrameLocator): Promise<void> {
  const agree = frame.getByRole('button', { name: 'Ich stimme zu' });
  await expect(frame.getByText(TEXT_OF_BEFORE)).toBeVisible();
  await pressEnter(agree);
  await expect(
    frame.getByText('Die Regeln haben sich gerade geändert. Bitte lesen Sie sie noch einmal.'),
  ).toBeFocused();
  await expect(frame.getByText(TEXT_OF_BEFORE)).toHaveCount(0);
  await expect(frame.getByRole('alert')).toHaveCount(0);
  await expect(agree).toBeVisible();
}
