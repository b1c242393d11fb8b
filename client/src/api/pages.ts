import { request } from './request.js';

interface Page {
  items: unknown[];
  nextCursor?: string | null;
}

/** A whole list, page by page; `url` already has a query. */
export async function readAllPages(url: string, signal: AbortSignal): Promise<unknown[]> {
  const found: unknown[] = [];
  let cursor: string | null | undefined;
  do {
    const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page = (await request(`${url}${next}`, { signal })) as Page;
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}
