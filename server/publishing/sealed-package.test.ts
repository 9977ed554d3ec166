import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { contentsDigest, type SealedPackage } from '@/domain/publishing/sealed-package'
import { PARTS, verifyPackage } from '@/domain/publishing/verify-package'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { isRefusal } from '@/domain/refusal'
import { sha256 } from '../ranking/digest'
import { nobody } from '../session'
import { sealedPackage } from './sealed-package'
import { sealedFinal } from './testing'

testDatabase()

const FINAL = ['actinspace-2018', 'azerbaijan'] as const

async function aPackage() {
  const jury = await sealedFinal()
  const sealed = await sealedPackage(jury.president, ...FINAL)
  if (isRefusal(sealed)) throw new Error(sealed.code)
  return { ...jury, sealed }
}

const broken = (sealed: unknown, text = canonicalJson(sealed)) =>
  verifyPackage(text, JSON.parse(text), sha256).flatMap(({ part, holds }) => (holds ? [] : [part]))

test('a package holds all of a sealed final, names no person, and is the same whenever it is downloaded', async () => {
  const { sealed, organizer, entries, seats } = await aPackage()
  const again = await sealedPackage(organizer, ...FINAL)
  expect(canonicalJson(again)).toBe(canonicalJson(sealed))
  expect(verifyPackage(canonicalJson(sealed), sealed, sha256).map(({ part }) => part)).toEqual(PARTS)
  expect(broken(sealed)).toEqual([])
  expect(broken(sealed, JSON.stringify(JSON.parse(canonicalJson(sealed)), null, 2))).toEqual([])
  const text = canonicalJson(sealed)
  expect(text).not.toMatch(/Captain of|Juror \d|@example|coached|Nearer to/)
  expect(Object.keys(sealed.names.jurors).sort()).toEqual(seats.map(({ id }) => id).sort())
  expect(sealed.names.entries[entries[3] ?? '']).toBe('Şəms')
  expect(sealed.snapshot.ranks[0]?.entry).toBe(entries[1])
  expect(sealed.totals).toHaveLength(29)
})

test('it is there for the president and the organizer alone, and only once there is a seal', async () => {
  const { president, organizer, actors, captains, neighbour, stranger, national } = await sealedFinal()
  expect(national.slug).toBe('azerbaijan')
  const others = [actors[1], captains[0], neighbour, stranger, nobody()].flatMap((actor) => actor ?? [])
  const codes = []
  for (const actor of [president, organizer, ...others]) {
    const outcome = await sealedPackage(actor, ...FINAL)
    codes.push(isRefusal(outcome) ? outcome.code : 'given')
  }
  expect(codes).toEqual(['given', 'given', ...others.map(() => 'not-found')])
})

type Path = readonly (string | number)[]

/** Where every single value of a JSON stands. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const members = Array.isArray(value) ? value.entries() : Object.entries(value)
  return [...members].flatMap(([key, member]) => leaves(member, [...path, key]))
}

const at = (value: unknown, path: Path) =>
  path.reduce((inside, key) => (inside as Record<string | number, unknown>)[key], value)

/** A copy in which one value is another. */
function changed(sealed: SealedPackage, path: Path, change: (value: unknown) => unknown): SealedPackage {
  const copy = structuredClone(sealed)
  const holder = at(copy, path.slice(0, -1)) as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  holder[last] = change(holder[last])
  return copy
}

/** Another value of the same kind, as near as it comes. */
function another(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value + (by % 2 === 0 ? 0.5 : -1)
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string' || value === '') return 'x'
  const place = by % value.length
  const letter = value[place] === 'a' ? 'b' : 'a'
  return value.slice(0, place) + letter + value.slice(place + 1)
}

test('any single value that is another, or gone, is found', async () => {
  const { sealed } = await aPackage()
  const paths = leaves(sealed)
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.nat(), fc.boolean(), (path, by, gone) => {
      const copy = changed(sealed, path, (value) => (gone ? undefined : another(value, by)))
      expect(canonicalJson(copy)).not.toBe(canonicalJson(sealed))
      expect(broken(copy)).not.toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('so is a byte that is another, but for space between values', async () => {
  const { sealed } = await aPackage()
  const text = canonicalJson(sealed)
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 32, max: 126 }), (place, code) => {
      const letter = String.fromCharCode(code)
      fc.pre(letter !== text[place])
      const bent = text.slice(0, place) + letter + text.slice(place + 1)
      let parsed: unknown
      try {
        parsed = JSON.parse(bent)
      } catch {
        return
      }
      const findings = verifyPackage(bent, parsed, sha256)
      expect(findings.every(({ holds }) => holds)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

/** Public words, which no digest of the seal covers: their own last digest alone tells. */
const WORDS = new Set(['names', 'contents', 'event'])

test('who changes a value and makes the last digest fit again is found by the part that no longer follows', async () => {
  const { sealed } = await aPackage()
  const paths = leaves(sealed).filter(([first]) => !WORDS.has(String(first)))
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.nat(), (path, by) => {
      const copy = changed(sealed, path, (value) => another(value, by))
      expect(broken({ ...copy, contents: contentsDigest(copy, sha256) })).not.toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('a file says each thing once', async () => {
  const { sealed } = await aPackage()
  const twice = canonicalJson(sealed).replace('"version":1', '"version":7,"version":1')
  expect(broken(sealed, twice)).toEqual(['spelling'])
})

test('an honest forger, who seals again, is found by the digest of the minutes alone', async () => {
  const { sealed } = await aPackage()
  const mark = leaves(sealed.snapshot.input.ballots).find((path) => path.includes('marks'))
  const copy = changed(sealed, ['snapshot', 'input', 'ballots', ...(mark ?? [])], () => 0)
  const digest = sha256(canonicalJson(copy.snapshot))
  const resealed = { ...copy, result: { ...copy.result, digest } }
  expect(broken({ ...resealed, contents: contentsDigest(resealed, sha256) })).toContain('seal')
  expect(digest).not.toBe(sealed.result.digest)
})
