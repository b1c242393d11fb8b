import { expectAccessible, expectRoomForLargeText } from './accessible.js';
import { Keyboard } from './by-keyboard.js';
import { expect, test } from './open-house.js';

for (const width of [1280, 320]) {
  test(`a team keeps a group that nobody uses, ${width} pixels wide`, async ({ page, house }) => {
    await house.leaveUnused();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${house.url}/desk`);
    await page.getByLabel('E-Mail-Adresse').fill('team@koeln.example');
    await page.getByLabel('Passwort').fill('haus-der-selbsthilfe');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    const row = page.locator('tbody', { hasText: 'Gruppe 21' });
    await expect(row).toContainText(
      /Die Gruppe wird am \S+, \d+\. \S+ \d{4} gelöscht, wenn niemand sie nutzt\./,
    );
    await expectAccessible(page);
    await expectRoomForLargeText(page);
    await new Keyboard(page).press(/^BUTTON Behalten ?: Gruppe 21/);
    const said = row.getByText('Gruppe 21 bleibt.');
    await expect(said).toBeFocused();
    await expect(row).not.toContainText('gelöscht');
    await expectAccessible(page);
  });
}
