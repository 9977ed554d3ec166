import { type Refusal, refuse } from '@/domain/refusal'
import { type AssignmentInput, DEAREST, type Pair, type PairCost } from './input'

type Item = Readonly<Record<string, unknown>>

/** Reads the JSON of an assignment; refused with what is wrong and where. What it does not know it ignores. */
export function readAssignmentFile(text: string): AssignmentInput | Refusal {
  const file = parse(text)
  if (!isItem(file)) return refuse('assignment-file-json')
  for (const list of ['jurors', 'entries', 'conflicts', 'fixed', 'costs']) {
    const isNeeded = list === 'jurors' || list === 'entries'
    const found = file[list]
    if (!Array.isArray(found) ? isNeeded || found !== undefined : !found.every(isItem))
      return refuse('assignment-file-list', { list })
  }
  const { perEntry } = file
  if (!isWhole(perEntry) || perEntry < 1) return refuse('assignment-file-per-entry', shown(perEntry))
  const seed = typeof file.seed === 'number' ? String(file.seed) : file.seed
  if (typeof seed !== 'string') return refuse('assignment-file-seed')

  const [jurors, entries] = [itemsOf(file, 'jurors'), itemsOf(file, 'entries')]
  const fault = faultInIds('jurors', jurors) ?? faultInIds('entries', entries) ?? faultInLoads(jurors) ?? null
  if (fault) return fault
  const known = { juror: new Set(jurors.map(({ id }) => id)), entry: new Set(entries.map(({ id }) => id)) }
  for (const list of ['conflicts', 'fixed', 'costs']) {
    const fault = faultInPairs(list, itemsOf(file, list), known)
    if (fault) return fault
  }
  const conflicts = itemsOf(file, 'conflicts').map(pairOf)
  const fixed = itemsOf(file, 'fixed').map(pairOf)
  const apart = new Set(conflicts.map(keyOf))
  const across = fixed.find((pair) => apart.has(keyOf(pair)))
  if (across) return refuse('assignment-file-fixed', { ...across })
  const costs = itemsOf(file, 'costs')
  const odd = costs.findIndex(({ cost }) => !isWhole(cost) || cost < 0 || cost > DEAREST)
  if (odd >= 0) return refuse('assignment-file-cost', { place: odd + 1, most: DEAREST })
  const priced = costs.map((item) => keyOf(pairOf(item)))
  const twice =
    new Set(priced).size < priced.length && priced.find((key, place) => priced.indexOf(key) < place)
  if (twice) return refuse('assignment-file-twice', { list: 'costs', id: twice })
  return {
    jurors: jurors.map(({ id, maxLoad }) => ({
      id: id as string,
      ...(typeof maxLoad === 'number' && { maxLoad }),
    })),
    entries: entries.map(({ id }) => ({ id: id as string })),
    conflicts,
    perEntry,
    seed,
    fixed,
    costs: costs.map((item): PairCost => ({ ...pairOf(item), cost: item.cost as number })),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function itemsOf(file: Item, list: string): readonly Item[] {
  return (file[list] ?? []) as readonly Item[]
}

function pairOf({ juror, entry }: Item): Pair {
  return { juror: juror as string, entry: entry as string }
}

function keyOf({ juror, entry }: Pair): string {
  return JSON.stringify([juror, entry])
}

function shown(value: unknown): { value: string } {
  return { value: value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 40) }
}

function faultInIds(list: string, items: readonly Item[]): Refusal | null {
  const seen = new Set<unknown>()
  for (const [place, { id }] of items.entries()) {
    if (typeof id !== 'string' || id.trim() === '')
      return refuse('assignment-file-id', { list, place: place + 1 })
    if (seen.has(id)) return refuse('assignment-file-twice', { list, id })
    seen.add(id)
  }
  return null
}

function faultInLoads(jurors: readonly Item[]): Refusal | null {
  const odd = jurors.find(({ maxLoad }) => (maxLoad ?? null) !== null && !(isWhole(maxLoad) && maxLoad >= 0))
  return odd ? refuse('assignment-file-load', { juror: odd.id as string, ...shown(odd.maxLoad) }) : null
}

function faultInPairs(
  list: string,
  items: readonly Item[],
  known: Readonly<Record<'juror' | 'entry', ReadonlySet<unknown>>>,
): Refusal | null {
  for (const [place, item] of items.entries()) {
    for (const kind of ['juror', 'entry'] as const) {
      if (known[kind].has(item[kind])) continue
      const { value } = shown(item[kind])
      return refuse('assignment-file-unknown', { list, place: place + 1, kind, id: value })
    }
  }
  return null
}
