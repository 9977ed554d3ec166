import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

interface Manifest {
  rootMainFiles: string[]
  polyfillFiles: string[]
}

/** The JavaScript a page loads over the framework's own, gzipped, in kB. */
export async function scriptsOver(address: string, path: string): Promise<number> {
  const manifest = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as Manifest
  const framework = new Set([...manifest.rootMainFiles, ...manifest.polyfillFiles])
  const html = await (await fetch(`${address}${path}`)).text()
  const loaded = [
    ...new Set([...html.matchAll(/src="\/_next\/(static\/[^"]+\.js)[^"]*"/g)].map((found) => found[1] ?? '')),
  ]
  const own = loaded.filter((file) => !framework.has(file))
  const sizes = own.map((file) => gzipSync(readFileSync(`.next/${decodeURIComponent(file)}`)).length)
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10
}
