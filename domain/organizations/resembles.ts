import { conceptOf, GENERIC, inLatin, PLACES } from './concepts'
import { foldName, letterKey, type NamedOrganization } from './name'

/** Why two names may be of one organization. A proposal for people to decide on, never a decision. */
export const RESEMBLANCES = ['same-name', 'abbreviation', 'same-words', 'spelling'] as const
export type Resemblance = (typeof RESEMBLANCES)[number]

export interface WrittenOrganization extends NamedOrganization {
  readonly shortName?: string | null
}

/** Whether two written names may stand for one organization: the same name, its letters, its words, or nearly its spelling. */
export function namesResemble(a: string, b: string): Resemblance | null {
  const keys = [a, b].map((name) => letterKey(inLatin(foldName(name)))) as [string, string]
  if (!keys[0] || !keys[1]) return null
  if (keys[0] === keys[1]) return 'same-name'
  const words = [wordsOf(a), wordsOf(b)] as const
  if (abbreviates(keys[0], words[1], a) || abbreviates(keys[1], words[0], b)) return 'abbreviation'
  if (meanTheSame(words[0], words[1])) return 'same-words'
  return misspelt(words[0], words[1]) ? 'spelling' : null
}

/** The strongest resemblance between any of the names of two organizations. */
export function resemblance(a: WrittenOrganization, b: WrittenOrganization): Resemblance | null {
  const found = new Set<Resemblance | null>()
  for (const one of namesOf(a)) for (const other of namesOf(b)) found.add(namesResemble(one, other))
  return RESEMBLANCES.find((reason) => found.has(reason)) ?? null
}

export interface Proposal<Organization> {
  readonly organization: Organization
  readonly reason: Resemblance
}

/** The organizations a written name may mean, the likeliest first. */
export function resembling<Organization extends WrittenOrganization>(
  written: string,
  organizations: readonly Organization[],
): Proposal<Organization>[] {
  return organizations
    .flatMap((organization) => {
      const reason = resemblance({ id: '', name: written }, organization)
      return reason ? [{ organization, reason }] : []
    })
    .sort((a, b) => RESEMBLANCES.indexOf(a.reason) - RESEMBLANCES.indexOf(b.reason))
}

const namesOf = ({ name, shortName, aliases = [] }: WrittenOrganization) => [
  name,
  ...(shortName ? [shortName] : []),
  ...aliases,
]

interface Words {
  /** As written, without what only joins. */
  readonly raw: readonly string[]
  readonly meant: readonly string[]
}

function wordsOf(name: string): Words {
  const all = inLatin(foldName(name))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
  const raw = all.filter((word) => conceptOf(word) !== null)
  return { raw, meant: raw.map((word) => conceptOf(word) ?? word) }
}

/** ASOIU of Azerbaijan State Oil and Industry University; UFAZ of Fransa–Azərbaycan Universiteti, in any order. */
function abbreviates(letters: string, { raw, meant }: Words, written: string): boolean {
  if (/\s/.test(written.trim()) || letters.length < 3 || letters.length > 8 || raw.length < 2) return false
  return [raw, meant].some((words) => spells(letters, words, true) || spells(letters, words, false))
}

/**
 * Whether the letters are made of one or two first letters of each word. Out of their order only where a word gives two
 * (the AZ of UFAZ): three letters in any order would be anybody's.
 */
function spells(letters: string, words: readonly string[], inOrder: boolean, twos = 0): boolean {
  if (words.length === 0) return letters === '' && (inOrder || twos > 0)
  const candidates = inOrder ? [0] : words.map((_, index) => index)
  return candidates.some((index) => {
    const rest = words.filter((_, other) => other !== index)
    return [1, 2].some((taken) => {
      const start = words[index]?.slice(0, taken)
      return (
        start?.length === taken &&
        letters.startsWith(start) &&
        spells(letters.slice(taken), rest, inOrder, twos + (taken === 2 ? 1 : 0))
      )
    })
  })
}

/** The words that tell it from others are the same; where it is may be left out, what kind it is may be said otherwise. */
function meanTheSame(a: Words, b: Words): boolean {
  const [strongA, strongB] = [strong(a), strong(b)]
  const [placesA, placesB] = [places(a), places(b)]
  if (strongA.size === 0 && strongB.size === 0)
    return placesA.size > 0 && same(placesA, placesB) && sameKind(a, b)
  return same(strongA, strongB) && (within(placesA, placesB) || within(placesB, placesA))
}

const strong = ({ meant }: Words) =>
  new Set(meant.filter((word) => !GENERIC.has(word) && !PLACES.has(word)).map(skeleton))
const places = ({ meant }: Words) => new Set(meant.filter((word) => PLACES.has(word)))
const kinds = ({ meant }: Words) => new Set(meant.filter((word) => GENERIC.has(word)))
const sameKind = (a: Words, b: Words) => kinds(a).size > 0 && same(kinds(a), kinds(b))
const within = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].every((word) => b.has(word))
const same = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size === b.size && within(a, b)

/** A longer word by its consonants: Xəzər and Khazar are one river of a name. Concepts and short words stay. */
function skeleton(word: string): string {
  const plain = word.replace(/kh/g, 'x').replace(/[^\p{L}\p{N}]/gu, '')
  const bare = plain.replace(/[aeiouy]/g, '')
  return word.length >= 5 && bare.length >= 3 ? bare : plain
}

/** One letter wrong in a long name. */
function misspelt(a: Words, b: Words): boolean {
  const [left, right] = [a.raw.join(''), b.raw.join('')]
  return Math.min(left.length, right.length) >= 8 && isOneEditAway(left, right)
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  const rests = [
    [a.slice(from + 1), b.slice(from + 1)],
    [a.slice(from + 1), b.slice(from)],
    [a.slice(from), b.slice(from + 1)],
  ]
  return rests.some(([left, right]) => left === right)
}
