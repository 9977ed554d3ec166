import 'server-only'
import type { Actor } from '@/domain/access/actor'
import type { OrganizationKind } from '@/domain/organizations/kinds'
import { organizationName, organizationSlug } from '@/domain/organizations/organization-name'
import { resembling } from '@/domain/organizations/resembles'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { editableEvent } from '../events/editable-event'
import { createOrganization } from './create-organization'
import { knownOrganizations } from './look-alikes'

/**
 * Adds an organization by its name alone. Refused `organization-resembles` while one that it may be is listed already and
 * nobody has said that this is `another`; and as a name or an address is.
 */
export async function addInstitution(
  actor: Actor,
  input: { event: string; name: string; kind: OrganizationKind; another: boolean },
): Promise<{ organization: string } | Refusal> {
  const found = await editableEvent(actor, input.event)
  if (isRefusal(found)) return found
  const name = organizationName(input.name)
  if (isRefusal(name)) return name
  const [alike] = input.another ? [] : resembling(name, await knownOrganizations())
  if (alike) return refuse('organization-resembles', { field: 'name', name: alike.organization.name })
  const { event, kind } = input
  return createOrganization(actor, { event, name, kind, slug: organizationSlug(name) })
}
