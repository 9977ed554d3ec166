import type { Ranked } from './rank'

/** What one choice does to the ranks: the key of a sentence, with its figures. */
export type Effect =
  | { readonly key: 'none' }
  /** Two neighbours, or two apart, change places and nobody else does. */
  | { readonly key: 'swap'; readonly one: number; readonly other: number }
  /** The ranks down to this one stay as they are; something below changes. */
  | { readonly key: 'below'; readonly last: number }
  | { readonly key: 'first' }

/** As much of a ranking as its order. */
interface RankedOnly {
  readonly ranking: readonly Pick<Ranked, 'entry' | 'rank'>[]
}

/** Compares the official ranks of two rankings of one final. An entry that is ranked in one alone has changed. */
export function effectOf(before: RankedOnly, after: RankedOnly): Effect {
  const was = ranksOf(before)
  const is = ranksOf(after)
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
    (entry) => was.get(entry) !== is.get(entry),
  )
  if (changed.length === 0) return { key: 'none' }
  const [one, other] = changed.map((entry) => [was.get(entry), is.get(entry)] as const)
  if (changed.length === 2 && one && other && one[0] === other[1] && one[1] === other[0]) {
    const [first = 0, second = 0] = [one[0] ?? 0, other[0] ?? 0].sort((a, b) => a - b)
    return { key: 'swap', one: first, other: second }
  }
  const highest = Math.min(
    ...changed.flatMap((entry) => [
      was.get(entry) ?? Number.POSITIVE_INFINITY,
      is.get(entry) ?? Number.POSITIVE_INFINITY,
    ]),
  )
  return highest === 1 ? { key: 'first' } : { key: 'below', last: highest - 1 }
}

/** Of several things that may happen, the one that reaches highest. */
export function strongest(effects: readonly Effect[]): Effect {
  return effects.reduce((a, b) => (reach(b) < reach(a) ? b : a), { key: 'none' })
}

/** The highest rank an effect touches. */
function reach(effect: Effect): number {
  switch (effect.key) {
    case 'first':
      return 0
    case 'swap':
      return effect.one
    case 'below':
      return effect.last + 1
    case 'none':
      return Number.POSITIVE_INFINITY
  }
}

const ranksOf = ({ ranking }: RankedOnly) => new Map(ranking.map(({ entry, rank }) => [entry, rank]))
