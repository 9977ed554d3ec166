import { letterKey } from '@/domain/organizations/name'
import type { TeamName } from './lines'

const SHORTEST_TO_COMPARE = 6

/**
 * Pairs of different teams whose names differ only in punctuation, or in one letter of six or more. Digits must
 * agree: "Seismo-24" and "Seismo-25" are two. Time grows with the length of all names, not with their pairs.
 */
export function alikeTeams(teams: readonly TeamName[]): (readonly [TeamName, TeamName])[] {
  const bySketch = new Map<string, TeamName[]>()
  const pairs = new Map<string, readonly [TeamName, TeamName]>()
  for (const team of teams) {
    for (const sketch of sketchesOf(letterKey(team.name))) {
      const others = bySketch.get(sketch) ?? []
      for (const other of others)
        if (other.key !== team.key && differByOne(letterKey(other.name), letterKey(team.name)))
          pairs.set(`${other.key}\n${team.key}`, [other, team])
      bySketch.set(sketch, [...others, team])
    }
  }
  return [...pairs.values()]
}

/** Two words one letter apart share a sketch: the word itself or the word without one of its letters. */
function sketchesOf(letters: string): Set<string> {
  const shorter = [...letters].map((_, index, all) => all.toSpliced(index, 1).join(''))
  return new Set(letters.length < SHORTEST_TO_COMPARE ? [letters] : [letters, ...shorter])
}

function differByOne(a: string, b: string): boolean {
  if (a === b) return true
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  const skipped = long.length - short.length
  return skipped <= 1 && long.slice(start + 1) === short.slice(skipped ? start : start + 1)
}
