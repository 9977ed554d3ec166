import { defineConfig } from '@playwright/test'

/** The production build in a real Chromium. Each story of data has a server and an embedded database of its own: serve.mjs. */
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
  webServer: {
    command: 'node e2e/serve.mjs',
    cwd: '..',
    // Where the stories' data are is told to the journeys in the environment.
    wait: { stdout: /Every story is told from (?<apogee_stories>\S+)/ },
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stderr: 'pipe',
  },
})
