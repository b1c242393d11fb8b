import { defineConfig } from '@playwright/test';
import { findChromium } from './tools/chromium.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '*.journey.ts',
  outputDir: 'test-results/journeys',
  timeout: 120_000,
  // A machine with other work to do takes its time.
  expect: { timeout: 20_000 },
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  use: {
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium(), args: flags },
  },
});
