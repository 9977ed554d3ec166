import { defineConfig } from '@playwright/test'
import { STORIES } from './stories'

/** The production build in a real Chromium. Each story of data has a server and an embedded database of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: process.env.CI ? 'list' : [['list']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        // A hall's own name for the laptop, over plain http: no secure context there.
        '--host-resolver-rules=MAP hall.test 127.0.0.1',
      ],
    },
  },
  webServer: Object.entries(STORIES).map(([story, { port }]) => ({
    command: `node e2e/serve.mjs ${story}`,
    cwd: '..',
    url: `http://localhost:${port}/api/ready`,
    timeout: 120_000,
    reuseExistingServer: false,
    stdout: 'ignore' as const,
    stderr: 'pipe' as const,
  })),
})
