import { letterKey } from '@/domain/organizations/name'
import type { TeamName } from './lines'

const SHORTEST_TO_COMPARE = 6
/** Names that share a half are compared each with each up to so many. */
const FEW = 50

interface Spelt {
  readonly team: TeamName
  readonly letters: string
  readonly digits: string
}

/**
 * Pairs of different teams whose names differ only in punctuation, or in one letter of six or more. Digits must
 * agree: "Seismo-24" and "Seismo-25" are two. Time grows with the length of all names, not with their pairs.
 */
export function alikeTeams(teams: readonly TeamName[]): (readonly [TeamName, TeamName])[] {
  const pairs = new Map<string, readonly [TeamName, TeamName]>()
  const compare = (one: Spelt, other: Spelt) => {
    if (one.team.key !== other.team.key && isNear(one.letters, other.letters))
      pairs.set(`${one.team.key}\n${other.team.key}`, [one.team, other.team])
  }
  for (const near of gathered(teams.map(spelt), halvesOf)) {
    const nearer = near.length > FEW ? gathered(near, sketchesOf) : [near]
    for (const group of nearer)
      for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) compare(one, other)
  }
  return [...pairs.values()]
}

function spelt(team: TeamName): Spelt {
  const letters = letterKey(team.name)
  return { team, letters, digits: letters.replace(/\D/g, '') }
}

/** The names that share a mark, where more than one does. */
function gathered(names: readonly Spelt[], marksOf: (name: Spelt) => Iterable<string>): Spelt[][] {
  const groups = new Map<string, Spelt[]>()
  for (const name of names)
    for (const mark of marksOf(name)) {
      const group = groups.get(mark)
      if (group) group.push(name)
      else groups.set(mark, [name])
    }
  return [...groups.values()].filter(({ length }) => length > 1)
}

/**
 * Where two words are one letter apart, the letter stands in one half of the shorter, and the other half is the same in
 * both. So each is found by its halves, as the shorter and as the longer of two.
 */
function halvesOf({ letters, digits }: Spelt): readonly string[] {
  if (letters.length < SHORTEST_TO_COMPARE - 1) return [letters]
  return [letters.length - 1, letters.length].flatMap((shorter) => {
    const half = Math.floor(shorter / 2)
    const mark = `${digits} ${shorter}`
    return [`${mark} ${letters.slice(0, half)}`, `${mark} -${letters.slice(half - shorter)}`]
  })
}

/** Two words one letter apart share a sketch: the word itself or the word without one of its letters. */
function sketchesOf({ letters }: Spelt): Set<string> {
  const sketches = new Set([letters])
  for (let at = 0; at < letters.length; at += 1) sketches.add(letters.slice(0, at) + letters.slice(at + 1))
  return sketches
}

/** Whether they are the same, or one letter makes the difference and there are letters enough. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length < SHORTEST_TO_COMPARE) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  const skipped = long.length - short.length
  return skipped <= 1 && long.slice(start + 1) === short.slice(skipped ? start : start + 1)
}
