import 'server-only'
import { closeGroups, waitsForTie } from '@/domain/ranking/companion/close-group'
import { isSameGroup } from '@/domain/ranking/decisions'
import { companionOrNone } from './companion'
import type { RankedRecord } from './ranking-of'

/** Entries whose order, or whose one gate, the jury has to decide; or that it may put in order, too close to call. */
export interface Question {
  readonly about: 'gate' | 'tie' | 'close-call'
  readonly entries: readonly string[]
}

/** Gates nobody has confirmed, and groups the ladder leaves tied without a decision. */
export function openQuestions({ ranking }: Pick<RankedRecord, 'ranking'>): Question[] {
  const tied = ranking.ties
    .flatMap(({ shared }) => shared)
    .filter(({ confirmedBy }) => confirmedBy === null)
    .map(({ entries }) => ({ about: 'tie' as const, entries }))
  const gates = ranking.gates.flatMap((gate) =>
    gate.code === 'GATE_UNCONFIRMED' ? [{ about: 'gate' as const, entries: [gate.detail.entry] }] : [],
  )
  return [...gates, ...tied]
}

/**
 * Groups too close to call that can be put in order now and have not been. In the order of the pitches, which says
 * nothing of who is likelier to be the first. Waits for the companion: to be asked outside of a transaction.
 */
export async function closeQuestions({
  record,
  decisions,
  input,
  ranking,
}: RankedRecord): Promise<Question[]> {
  const isOpen = (group: readonly string[]) =>
    !decisions.some(({ close, entries }) => close && isSameGroup(entries, group)) &&
    !waitsForTie(input, group)
  return closeGroups(await companionOrNone({ input, ranking }))
    .filter(isOpen)
    .map((group) => ({
      about: 'close-call',
      entries: record.entries.filter(({ id }) => group.includes(id)).map(({ id }) => id),
    }))
}
