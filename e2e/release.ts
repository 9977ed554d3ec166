import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
/** Beside the build it is made of, whose links lead out of it. */
const NEXT_RELEASE = '.next-release'
const TEXT = /\.(?:js|json|html|rsc|css|txt|meta)$|BUILD_ID$/

/**
 * Makes a release in which no file that browsers load has the name it had: as one with a change in each of them.
 * @returns the directory to serve it from, as NEXT_DIST_DIR, and what takes it away again
 */
export function makeRelease(): { directory: string; remove: () => void } {
  const from = join(root, '.next')
  const to = join(root, NEXT_RELEASE)
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path !== join(from, 'cache') && path !== join(from, 'types'),
  })
  const names = new Map(namesIn(to).map((name) => [name, renamed(name)]))
  const anyName = new RegExp([...names.keys()].join('|'), 'g')
  for (const path of filesBelow(to)) {
    if (TEXT.test(path)) {
      const text = readFileSync(path, 'utf8')
      const changed = text.replaceAll(anyName, (name) => names.get(name) ?? name)
      if (changed !== text) writeFileSync(path, changed)
    }
  }
  for (const [name, other] of names) {
    const places = [join(to, 'static'), join(to, 'static/chunks')]
    for (const place of places)
      for (const file of readdirSync(place))
        if (file.startsWith(name)) renameSync(join(place, file), join(place, file.replace(name, other)))
  }
  return { directory: NEXT_RELEASE, remove: () => rmSync(to, { recursive: true, force: true }) }
}

/** The build's own name, and of each script and stylesheet its name without what it ends on. */
const namesIn = (build: string) => [
  readFileSync(join(build, 'BUILD_ID'), 'utf8'),
  ...readdirSync(join(build, 'static/chunks')).map((file) => file.replace(/\.\w+$/, '')),
]

/** As long as before, and another. */
const renamed = (name: string) => `${name.slice(0, -1)}${name.endsWith('z') ? 'y' : 'z'}`

const filesBelow = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => join(directory, path))
    .filter((path) => statSync(path).isFile())
