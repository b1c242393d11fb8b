import type { Page } from '@playwright/test';
import { expect } from './open-house.js';

const WATCH = (region: string): string => `
  window.said = 0;
  new MutationObserver((changes) => {
    window.said += changes.filter(({ addedNodes }) => addedNodes.length > 0).length;
  }).observe(document.querySelector('${region}'), { childList: true });`;

/** Screen readers speak of what comes, not of what stays: pressed again, a button says its sentence anew. */
export async function saysItAgain(page: Page, region: string, press: () => Promise<void>): Promise<void> {
  await page.evaluate(WATCH(region));
  for (const times of [1, 2]) {
    await press();
    await expect.poll(() => page.evaluate('window.said')).toBe(times);
  }
}
