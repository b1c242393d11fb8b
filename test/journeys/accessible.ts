import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** axe finds nothing against WCAG 2.2 AA on the page as it stands, frames and shadow roots included (P11). */
export async function expectAccessible(page: Page, rulesThatDoNotApply: string[] = []): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // axe cannot enter a frame that forbids scripts; what is shown there is looked at on its own.
  // landmark-unique counts a framed document's landmarks with those of the page around it, which are told apart.
  const axe = new AxeBuilder({ page })
    .withTags(tags)
    .exclude('iframe[sandbox]')
    .disableRules(['landmark-unique', ...rulesThatDoNotApply]);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found, `on ${page.url()}`).toEqual([]);
}

/** Nothing sticks out at the side, also on a small phone. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0);
}

/** The same with text of twice the usual size, as many old people set it. */
export async function expectRoomForLargeText(page: Page): Promise<void> {
  for (const size of ['225%', '']) {
    await page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
    await expectNoSidewaysScroll(page);
  }
}
