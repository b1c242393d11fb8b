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

/** With text of twice the usual size, words of usual length stay whole on a small phone, hyphenated or not. */
export async function expectWholeWords(page: Page, places: string): Promise<void> {
  await expect(page.locator(places).first()).toBeVisible();
  await page.evaluate(`document.documentElement.style.fontSize = '225%'`);
  const broken = await page.evaluate<string[]>(brokenWordsIn(places));
  await page.evaluate(`document.documentElement.style.fontSize = ''`);
  expect(broken, `words broken in the middle on ${page.url()}`).toEqual([]);
}

/** A word that begins on one line and ends on another. */
const brokenWordsIn = (places: string): string => `
  [...document.querySelectorAll(${JSON.stringify(places)})].flatMap((place) => {
    place.style.hyphens = 'none';
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (texts.nextNode()) {
      for (const { 0: word, index } of texts.currentNode.data.matchAll(/(?<!\\S)\\S{2,10}(?!\\S)/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (range.getClientRects().length > 1) broken.push(word);
      }
    }
    place.style.hyphens = '';
    return broken;
  })`;
