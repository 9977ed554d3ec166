import { defineConfig } from 'vitest/config'

const alias = {
  '@/': `${import.meta.dirname}/`,
  'server-only': `${import.meta.dirname}/node_modules/server-only/empty.js`,
}

/** Rules run in milliseconds; use cases need a database, PGlite here and PostgreSQL when TEST_DATABASE_URL says so. */
export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'rules',
          // Properties try hundreds of cases; how long that takes is the machine's affair.
          testTimeout: 60_000,
          include: ['domain/**/*.test.ts', 'docs/**/*.test.ts', 'components/**/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'use-cases',
          // Vite sets BASE_URL to '/', which is no address.
          env: { BASE_URL: 'http://localhost:3000', AUTH_SECRET: 'a secret for tests only' },
          include: ['server/**/*.test.ts', 'db/**/*.test.ts', 'app/**/*.test.ts', 'scripts/**/*.test.ts'],
          // A worker keeps its modules and its database for all of its files; clearing rows is what parts two tests.
          isolate: false,
          // As in a running Next: who loads its storages before this gets some that throw, and so does its console.
          setupFiles: [`${import.meta.dirname}/node_modules/next/dist/server/node-environment-baseline.js`],
          globalSetup: ['db/template.ts'],
          hookTimeout: 60_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
