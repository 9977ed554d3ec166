import { letterKey } from '@/domain/organizations/name'
import { type Field, mapColumns } from './fields'

/** What an institution's lists call their columns: letter key of a heading → field, null where it is left out. */
export type Remembered = ReadonlyMap<string, Field | null>

/** What is to be remembered of a list, by letter key of its headings; of two columns under one heading the first that holds something. */
export function rememberedOf(
  headings: readonly string[],
  columns: readonly (Field | null)[],
): Map<string, Field | null> {
  const told = new Map<string, Field | null>()
  for (const [at, heading] of headings.entries()) {
    const key = letterKey(heading)
    if (key) told.set(key, told.get(key) ?? columns[at] ?? null)
  }
  return told
}

/** Whether these columns say who somebody is: a name, and the address they are known by. */
export const tellsPeople = (columns: readonly (Field | null)[]) =>
  columns.includes('email') && columns.some((field) => field?.endsWith('Name'))

/**
 * The institution whose earlier lists had these headings: the one that remembers most of them and can read names and
 * addresses by it. Null when none can, or two remember as many.
 */
export function rememberingMost(
  headings: readonly string[],
  memories: ReadonlyMap<string, Remembered>,
): string | null {
  const keys = new Set(headings.map(letterKey))
  const able = [...memories].flatMap(([institution, remembered]) => {
    return tellsPeople(mapColumns(headings, remembered))
      ? [{ institution, known: [...keys].filter((key) => remembered.has(key)).length }]
      : []
  })
  const [first, second] = able.sort((a, b) => b.known - a.known)
  return first && first.known > 0 && first.known !== second?.known ? first.institution : null
}
