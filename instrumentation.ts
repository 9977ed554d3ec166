/** At start: check the environment, open and migrate the database, start the worker that sends mail. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { start } = await import('./server/start')
  await start()
}
