export interface TrackedItem {
  readonly track: string | null
  readonly startsAt: Date
  readonly endsAt: Date | null
}

/** A stretch of the schedule in which things run beside each other, by track: the one that begins first stands first. */
export interface SideBySide<Item> {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly tracks: readonly { readonly name: string; readonly items: readonly Item[] }[]
}

const endOf = ({ startsAt, endsAt }: TrackedItem) => endsAt ?? startsAt

/**
 * The stretches in which a schedule runs in tracks: its tracked items in order of time, together while one begins before
 * all before it have ended. What has no track is in none.
 */
export function sideBySide<Item extends TrackedItem>(items: readonly Item[]): SideBySide<Item>[] {
  const tracked = items
    .filter(({ track }) => track !== null)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const runs: Item[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const item of tracked) {
    const run = runs.at(-1)
    if (run && item.startsAt.getTime() < end) run.push(item)
    else runs.push([item])
    end = Math.max(end, endOf(item).getTime())
  }
  return runs.map((run) => ({
    startsAt: run[0]?.startsAt ?? new Date(0),
    endsAt: new Date(Math.max(...run.map((item) => endOf(item).getTime()))),
    tracks: [...new Set(run.map(({ track }) => track ?? ''))].map((name) => ({
      name,
      items: run.filter(({ track }) => track === name),
    })),
  }))
}
