import { letterKey } from '@/domain/organizations/name'
import type { TeamName } from './lines'

const SHORTEST_TO_COMPARE = 6

/**
 * Pairs of different teams whose names differ only in punctuation, or in one letter of six or more. Digits must
 * agree: "Seismo-24" and "Seismo-25" are two. Time grows with the length of all names, not with their pairs.
 */
export function alikeTeams(teams: readonly TeamName[]): (readonly [TeamName, TeamName])[] {
  const bySketch = new Map<string, Spelt[]>()
  const pairs = new Map<string, readonly [TeamName, TeamName]>()
  for (const team of teams) {
    const letters = letterKey(team.name)
    for (const sketch of sketchesOf(letters)) {
      const others = bySketch.get(sketch)
      for (const other of others ?? [])
        if (other.team.key !== team.key && differByOne(other.letters, letters))
          pairs.set(`${other.team.key}\n${team.key}`, [other.team, team])
      if (others) others.push({ team, letters })
      else bySketch.set(sketch, [{ team, letters }])
    }
  }
  return [...pairs.values()]
}

interface Spelt {
  readonly team: TeamName
  readonly letters: string
}

/** Two words one letter apart share a sketch: the word itself or the word without one of its letters. */
function sketchesOf(letters: string): Set<string> {
  const sketches = new Set([letters])
  if (letters.length < SHORTEST_TO_COMPARE) return sketches
  for (let at = 0; at < letters.length; at += 1) sketches.add(letters.slice(0, at) + letters.slice(at + 1))
  return sketches
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
