import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.js';
import { pressEnter } from './by-keyboard.js';
import { expect, type House } from './open-house.js';

/** An address that a browser takes and the house does not: people read the name of the field, and it is marked. */
export async function addressRefused(page: Page, field = 'E-Mail-Adresse'): Promise<void> {
  const refusal = page.getByRole('alert');
  await expect(refusal).toBeFocused();
  await expect(refusal).toContainText(`„${field}“: `);
  await expect(page.locator('[aria-invalid=true]')).toHaveAttribute('type', 'email');
  await expectAccessible(page);
}

export async function signInRefused(page: Page, house: House): Promise<void> {
  await page.goto(`${house.url}/desk`);
  await page.getByLabel('E-Mail-Adresse').fill('team@dortmund');
  await page.getByLabel('Passwort').fill('egal');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await addressRefused(page);
}

export async function grantRefused(page: Page): Promise<void> {
  const label = page.getByLabel('Neutrale Bezeichnung der Gruppe');
  await label.fill('gruppe 12');
  await expect(page.getByText('Eine Gruppe mit dieser Bezeichnung gibt es')).toBeVisible();
  await label.fill('Runde 99');
  await expect(page.getByText('Eine Gruppe mit dieser Bezeichnung gibt es')).toHaveCount(0);
  await page.getByRole('button', { name: 'Weitere Ansprechperson eintragen' }).click();
  for (const [index, email] of ['eins@gruppe.example', 'zwei@gruppe'].entries()) {
    await page.locator(`#grant-name-${index}`).fill('Ohne Namen');
    await page.locator(`#grant-email-${index}`).fill(email);
  }
  await page.getByRole('button', { name: 'Freischalten', exact: true }).click();
  await addressRefused(page, 'Ansprechperson 2, E-Mail-Adresse');
  await pressEnter(page.getByRole('button', { name: 'Zum Feld' }));
  await expect(page.locator('#grant-email-1')).toBeFocused();
  await expect(page.locator('#grant-email-1')).toBeInViewport({ ratio: 0.95 });
}
