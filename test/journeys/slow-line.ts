import type { Page } from '@playwright/test';

/** What is sent by this method waits on its way, until the line is let go. */
export async function holdLine(page: Page, url: string, method: string): Promise<() => Promise<void>> {
  const line = Promise.withResolvers<undefined>();
  await page.route(url, async (route) => {
    if (route.request().method() === method) await line.promise;
    await route.fallback();
  });
  return async () => {
    line.resolve(undefined);
    await page.unroute(url);
  };
}

/** The house does what it is asked, and its answer gets lost. */
export async function loseAnswer(page: Page, url: string, method: string): Promise<void> {
  await page.route(
    url,
    async (route) => {
      if (route.request().method() !== method) return route.fallback();
      await route.fetch();
      return route.abort();
    },
    { times: 1 },
  );
}

interface Unseen {
  method: string;
  /** Where it would be seen what the house has done; unless told at the same place. */
  looks?: string | RegExp;
}

/** The answer gets lost, and until the line is good again nobody can look what became of it. */
export async function loseAnswerAndLook(
  page: Page,
  url: string,
  { method, looks = url }: Unseen,
): Promise<() => Promise<void>> {
  await page.route(looks, (route) => (route.request().method() === 'GET' ? route.abort() : route.fallback()));
  await loseAnswer(page, url, method);
  return () => page.unroute(looks);
}
