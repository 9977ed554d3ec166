import type { Companion, ModelEntry } from '@/domain/ranking/companion/companion'

/** What the companion says of each entry, whichever component it is in; nothing where it cannot say anything. */
export function chancesByEntry({ components }: Companion): ReadonlyMap<string, ModelEntry> {
  return new Map(
    components.flatMap(({ model }) =>
      model.available ? model.entries.map((entry) => [entry.id, entry] as const) : [],
    ),
  )
}
