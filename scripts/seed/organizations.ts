import type { SignedIn } from '@/domain/access/actor'
import type { OrganizationKind, PartnershipRole } from '@/domain/organizations/kinds'
import { addPartnership } from '@/server/events/add-partnership'
import { createOrganization } from '@/server/organizations/create-organization'
import { done } from './expected'
import { readSeed } from './read'

interface Facts {
  organizations: {
    id: string
    name: string
    kind: OrganizationKind
    country: string
    seatedIn?: string
    parent?: string
    aliases?: string[]
    domains?: string[]
  }[]
  partnerships: { role: PartnershipRole; of: string[] }[]
}

/** Names too long for a telemetry caption. */
const SHORT: Record<string, string> = { asoiu: 'ASOIU', ufaz: 'UFAZ', ada: 'ADA', bhos: 'BHOS', naa: 'NAA' }

/** Owners of challenges whom the press release does not name, and three invented ones with a seat in the jury. */
const OTHERS: Facts['organizations'] = [
  { id: 'esa', name: 'ESA', kind: 'agency', country: 'FR' },
  { id: 'airbus', name: 'Airbus', kind: 'company', country: 'FR' },
  { id: 'incubator', name: 'An incubator (invented)', kind: 'incubator', country: 'AZ' },
  { id: 'geospatial', name: 'A geospatial company (invented)', kind: 'company', country: 'AZ' },
  { id: 'ministry', name: 'A ministry (invented)', kind: 'ministry', country: 'AZ' },
]

export type Organizations = ReadonlyMap<string, string>

/** The organizations of the press release with parents, aliases and domains, and who made the event possible. */
export async function playOrganizations(organizer: SignedIn, event: string): Promise<Organizations> {
  const facts = readSeed<Facts>('azerbaijan-2018/facts.json')
  const ids = new Map<string, string>()
  for (const { id, parent, ...rest } of [...facts.organizations, ...OTHERS]) {
    const input = { ...rest, event, slug: id, shortName: SHORT[id], parent: parent && ids.get(parent) }
    ids.set(id, (await done(createOrganization(organizer, input))).organization)
  }
  const owners = { role: 'challenge-owner' as const, of: ['cnes', 'esa', 'airbus'] }
  for (const { role, of } of [...facts.partnerships, owners]) {
    for (const id of of)
      await done(addPartnership(organizer, { event, role, organization: ids.get(id) ?? '' }))
  }
  return ids
}
