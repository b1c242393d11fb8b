import type { Page } from '@playwright/test';
import { expectAccessible, expectRoomForLargeText } from './accessible.js';
import type { Keyboard } from './by-keyboard.js';
import { expect } from './open-house.js';
import { loseAnswer, loseAnswerAndLook } from './slow-line.js';

/** The house did it, and its answer was lost: it is said to be done, or seen as soon as it can be. */
export async function changePeopleUnheard(page: Page, keyboard: Keyboard, fourth: string): Promise<void> {
  const people = '**/api/groups/*/representatives';
  await keyboard.press(/^BUTTON Ansprechperson eintragen/);
  await keyboard.type(/^INPUT Name$/, 'Vierte Person');
  await keyboard.type(/^INPUT E-Mail-Adresse$/, fourth);
  await loseAnswer(page, people, 'POST');
  await keyboard.press(/^BUTTON Eintragen/);
  await expect(page.getByText('Vierte Person ist eingetragen und bekommt gleich eine Mail.')).toBeFocused();
  await keyboard.press(/^BUTTON Als Ansprechperson entfernen.*Vierte Person/);
  await loseAnswer(page, `${people}/*`, 'DELETE');
  await keyboard.press(/^BUTTON Ja, entfernen/);
  await expect(page.getByText('Vierte Person ist nicht mehr Ansprechperson.')).toBeFocused();
  await expect(page.getByText(fourth)).toHaveCount(0);
  await keyboard.press(/^BUTTON Ansprechperson eintragen/);
  await keyboard.type(/^INPUT Name$/, 'Vierte Person');
  await keyboard.type(/^INPUT E-Mail-Adresse$/, fourth);
  const lookAgain = await loseAnswerAndLook(page, people, {
    method: 'POST',
    looks: /\/api\/groups\/[\w-]+$/,
  });
  await keyboard.press(/^BUTTON Eintragen/);
  await expect(page.getByRole('alert')).toBeFocused();
  await lookAgain();
  await keyboard.press(/^BUTTON Niemanden eintragen/);
  await expect(page.getByRole('listitem').filter({ hasText: fourth })).toBeVisible();
  await expectAccessible(page);
  await expectRoomForLargeText(page);
}
