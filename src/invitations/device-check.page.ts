import type { Wording } from '../kernel/wording.js';
import { html, inLines } from '../platform/http/html.js';
import type { Page } from '../platform/http/page.js';
import { deviceCheck } from './door.page.js';
import { pageWordsOf } from './words/pages.js';

export const DEVICE_CHECK_PATH = '/technik-check';

/** The device check by itself, days before a meeting or while somebody helps on the telephone. */
export function deviceCheckPage(wording: Wording): Page {
  const { page } = pageWordsOf(wording).deviceCheck;
  return {
    wording,
    title: page.title,
    checksDevices: true,
    body: html`<h1>${page.title}</h1>
      <p>${inLines(page.why)}</p>
      ${deviceCheck(wording)}`,
  };
}
