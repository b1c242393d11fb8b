// What a runner reported, judged for "npm test": nothing is skipped silently.

export interface Count {
  passed: number;
  failed: number;
}

/** What is read of Jest's report. */
export interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

/** What is read of Playwright's report. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

export function countJest(report: JestReport): Count {
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  return withSkipped({ passed, failed: numFailedTests }, numPendingTests + numTodoTests);
}

export function countPlaywright({ stats }: PlaywrightReport): Count {
  const { expected: passed, unexpected, flaky, skipped } = stats;
  return withSkipped({ passed, failed: unexpected + flaky }, skipped);
}

/** A test that did not run proved nothing, so it counts as failed. */
function withSkipped({ passed, failed }: Count, skipped: number): Count {
  if (skipped > 0) process.stdout.write(`Skipped or still to do, and so counted as failed: ${skipped}\n`);
  return { passed, failed: failed + skipped };
}
