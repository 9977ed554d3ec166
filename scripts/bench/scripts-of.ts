import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The JavaScript a page loads over the framework's own, gzipped, in kB. */
export async function scriptsOver(address: string, path: string): Promise<number> {
  const framework = frameworkFiles()
  const html = await (await fetch(`${address}${path}`)).text()
  const loaded = [
    ...new Set([...html.matchAll(/src="\/_next\/(static\/[^"]+\.js)[^"]*"/g)].map((found) => found[1] ?? '')),
  ]
  const own = loaded.filter((file) => !framework.has(file))
  const sizes = own.map((file) => gzipSync(readFileSync(`.next/${decodeURIComponent(file)}`)).length)
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10
}

/** What Next runs on, and the chunk it keeps its own client parts in: router, boundaries and links. */
function frameworkFiles(): ReadonlySet<string> {
  const { rootMainFiles, polyfillFiles } = JSON.parse(
    readFileSync('.next/build-manifest.json', 'utf8'),
  ) as Record<'rootMainFiles' | 'polyfillFiles', string[]>
  const parts = readdirSync('.next/server/app', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page_client-reference-manifest.js'))
    .flatMap((file) => routerChunks(readFileSync(join('.next/server/app', file), 'utf8')))
  return new Set([...rootMainFiles, ...polyfillFiles, ...parts])
}

const routerChunks = (manifest: string): string[] => {
  const [, chunks = ''] = /layout-router\.js":\{[^}]*?"chunks":\[([^\]]*)\]/.exec(manifest) ?? []
  return [...chunks.matchAll(/static\/[^"]+\.js/g)].map(([file]) => file)
}
