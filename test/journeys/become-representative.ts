import type { Page } from '@playwright/test';
import type { Keyboard } from './by-keyboard.js';
import { expect, newestCode, type House } from './open-house.js';

/** How the new group is called at the desk, and nowhere else. */
export const GROUP_LABEL = 'Runde 77';

interface Arrival {
  house: House;
  keyboard: Keyboard;
  email: string;
}

/** Staff grant a new group access; its representative signs in by keyboard and agrees to the rules. */
export async function becomeRepresentative(page: Page, arrival: Arrival): Promise<void> {
  await grant(page, arrival);
  await signIn(page, arrival);
}

async function grant(page: Page, { house, email }: Arrival): Promise<void> {
  await page.goto(`${house.url}/desk`);
  await page.getByLabel('E-Mail-Adresse').fill('team@dortmund.example');
  await page.getByLabel('Passwort').fill('haus-der-selbsthilfe');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByLabel('Neutrale Bezeichnung der Gruppe').fill(GROUP_LABEL);
  await page.getByLabel('Name', { exact: true }).first().fill('Sabine Serie');
  await page.getByLabel('E-Mail-Adresse').first().fill(email);
  await page.getByRole('button', { name: 'Freischalten', exact: true }).click();
  await expect(page.getByText(`${GROUP_LABEL} ist freigeschaltet.`)).toBeVisible();
  await page.context().clearCookies();
}

async function signIn(page: Page, { house, keyboard, email }: Arrival): Promise<void> {
  await page.goto(`${house.url}/haus/dortmund`);
  await keyboard.type(/^INPUT Ihre E-Mail/, email);
  await keyboard.press(/^BUTTON Code zusenden/);
  await expect(page.getByLabel('Code aus der Mail')).toBeVisible();
  await keyboard.type(/^INPUT Code/, (await newestCode(house, email)).code);
  await keyboard.press(/^BUTTON Anmelden/);
  await keyboard.press(/^BUTTON Ich stimme zu/);
  await expect(page.getByRole('heading', { name: 'Bitte stimmen Sie einmal zu' })).toHaveCount(0);
}
