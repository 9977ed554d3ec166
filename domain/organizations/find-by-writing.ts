import { inLatin } from './concepts'
import { foldName, letterKey } from './name'
import { resembling, type WrittenOrganization } from './resembles'

/**
 * The organizations somebody may mean who has begun to write a name, the likeliest first: those it names in any language
 * or abbreviates, then those of whose names it is a beginning or a part.
 */
export function findByWriting<Organization extends WrittenOrganization & { readonly id: string }>(
  written: string,
  organizations: readonly Organization[],
): Organization[] {
  const key = latinKey(written)
  if (key.length < 2) return []
  const meant = resembling(written, organizations).map(({ organization }) => organization)
  const beginning = organizations.filter((one) => namesOf(one).some((name) => latinKey(name).startsWith(key)))
  const holding = organizations.filter((one) => namesOf(one).some((name) => latinKey(name).includes(key)))
  return [...new Set([...meant, ...beginning, ...holding])]
}

const latinKey = (name: string) => letterKey(inLatin(foldName(name)))

const namesOf = ({ name, shortName, aliases = [] }: WrittenOrganization) => [
  name,
  ...(shortName ? [shortName] : []),
  ...aliases,
]
