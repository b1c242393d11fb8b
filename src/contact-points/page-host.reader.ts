import { readWording, type Wording } from '../kernel/wording.js';
import type { Page } from '../platform/http/page.js';
import type { ContactPoint } from './contact-point.entity.js';

/** Whose words a page speaks, and who answers for it (§ 5 DDG). */
export interface PageHost extends Pick<Page, 'legal'> {
  wording: Wording;
}

/** Of a link that is none of ours: nobody knows which contact point it could be about. */
export const HOUSE_AS_HOST: PageHost = { wording: 'de-sie' };

export function pageHostOf(
  contactPoint: Pick<ContactPoint, 'wording' | 'imprintUrl' | 'privacyUrl'>,
): PageHost {
  const { wording, imprintUrl, privacyUrl } = contactPoint;
  return { wording: readWording(wording), legal: { imprintUrl, privacyUrl } };
}
