import { type Decision, isSameGroup } from '../decisions'
import type { Companion } from './companion'

type Close = NonNullable<Decision['close']>

/** Chances are recorded to the thousandth: finer than anybody reads, coarser than any machine's rounding. */
const toTheThousandth = (share: number) => Math.round(share * 1000) / 1000

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
  const part = components.find(({ tooClose }) => isSameGroup(tooClose, entries))
  if (!part || part.deliberate.length === 0 || !part.model.available || entries.length < 2) return null
  const chances = new Map(part.model.entries.map(({ id, pFirst }) => [id, toTheThousandth(pFirst)]))
  return {
    seed,
    reasons: [...new Set(part.deliberate.map(({ code }) => code))],
    pFirst: entries.map((entry) => chances.get(entry) ?? 0),
  }
}
