/**
 * `npm start`: serves the production build on PORT (default 3000), built first where there is none. Marks are answered
 * before the framework (server/judging/fast-lane.ts), everything else by it.
 */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { installMissingPackages } from './install.mjs'

const root = resolve(import.meta.dirname, '..')
const port = Number(process.env.PORT ?? 3000)
/** Whoever still waits by then was not acknowledged, and sends again. */
const GRACE_MS = 2_000
const ENDED_BY = { SIGINT: 130, SIGTERM: 143 }

process.env.NODE_ENV ??= 'production'
installMissingPackages()
if (!existsSync(resolve(root, process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID'))) {
  const { buildIfStale } = await import('./build.mjs')
  await buildIfStale()
}
const { default: next } = await import('next')
const framework = next({ dev: false, dir: root, port })
await framework.prepare()
const handle = framework.getRequestHandler()

const server = createServer((request, answer) => {
  if (!globalThis.apogeeFastLane?.(request, answer)) handle(request, answer)
})
server.on('error', ({ code, message }) => {
  console.error(
    code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another: PORT=3001 npm start` : message,
  )
  process.exit(1)
})
// The demo waits for this line before it says where it is.
server.listen(port, () => console.log(`Ready at http://localhost:${port}`))

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    const end = () => process.exit(ENDED_BY[signal])
    // The pages of a hall keep their connections busy: a stop does not wait until the last of them leaves.
    setTimeout(end, GRACE_MS)
    server.close(end)
    server.closeIdleConnections()
  })
