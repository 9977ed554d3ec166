import { beforeCloseCalls, sharesOutside } from '../close-calls'
import { type Decision, isSameGroup } from '../decisions'
import { type RankingInput, rank } from '../rank'
import type { Companion, ComponentCompanion } from './companion'

type Close = NonNullable<Decision['close']>

/** Chances are recorded to the thousandth: finer than anybody reads, coarser than any machine's rounding. */
const toTheThousandth = (share: number) => Math.round(share * 1000) / 1000

/** The entries of a component that the jury may put in order: all those too close to call, where it is to deliberate. */
const groupOf = ({ deliberate, model, tooClose }: ComponentCompanion): readonly string[] =>
  deliberate.length > 0 && model.available && tooClose.length > 1 ? tooClose : []

/** Every group of entries that the jury may put in order although the official ranking tells them apart. */
export const closeGroups = ({ components }: Companion): (readonly string[])[] =>
  components.map(groupOf).filter((group) => group.length > 0)

/** Whether one of these entries is tied with an entry that is not among them: that is to be decided first. */
export const waitsForTie = (input: RankingInput, entries: readonly string[]): boolean =>
  sharesOutside(rank({ ...beforeCloseCalls(input), checkPairs: false }).ties, entries)

/**
 * What allows the jury to order these entries although the official ranking tells them apart: deliberation is asked for
 * in their component, and they are all of its entries too close to call. Null when it is not so. `seed` is the one the
 * companion was drawn with.
 */
export function closeCallOf(
  { components }: Companion,
  seed: string,
  entries: readonly string[],
): Close | null {
  const part = components.find((one) => isSameGroup(groupOf(one), entries))
  if (!part?.model.available || entries.length === 0) return null
  const chances = new Map(part.model.entries.map(({ id, pFirst }) => [id, toTheThousandth(pFirst)]))
  return {
    seed,
    reasons: [...new Set(part.deliberate.map(({ code }) => code))],
    pFirst: entries.map((entry) => chances.get(entry) ?? 0),
  }
}
