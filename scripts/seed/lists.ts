import type { SignedIn } from '@/domain/access/actor'
import type { Corrections } from '@/domain/registration/import/lines'
import { runImport } from '@/server/registration/import/run-import'
import { done } from './expected'
import { readSeedBytes } from './read'

/** The five universities' lists as their registrars sent them, and what the organizer corrected in two of them. */
export const LISTS: readonly { name: string; corrections?: Corrections }[] = [
  { name: 'ada-university.csv' },
  { name: 'baku-higher-oil-school.csv' },
  { name: 'national-aviation-academy.csv', corrections: { 6: { email: 'togrul.tagiyev@naa.example' } } },
  { name: 'state-oil-and-industry-university.xlsx' },
  { name: 'ufaz.tsv', corrections: { 9: { email: 'tural.veliyev@ufaz.example' } } },
]

/** Imports the five lists as they are: 103 people. Then again with the two corrections: 105. */
export async function playLists(organizer: SignedIn, event: string): Promise<void> {
  const lists = LISTS.map(({ name }) => ({ name, bytes: readSeedBytes(`azerbaijan-2018/${name}`) }))
  await done(runImport(organizer, { event, lists }))
  const corrected = LISTS.map(({ corrections }, index) => ({ ...lists[index], corrections }))
  const { figures } = await done(runImport(organizer, { event, lists: corrected as typeof lists }))
  if (figures.create !== 2) throw new Error(`The corrections create 2, not ${figures.create}`)
}
