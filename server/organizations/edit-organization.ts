import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import type { OrganizationKind } from '@/domain/organizations/kinds'
import { organizationName } from '@/domain/organizations/organization-name'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { record } from '../audit'
import { editableOrganization, type OrganizationOfEvent } from './find-organization'

export interface OrganizationChanges extends OrganizationOfEvent {
  readonly name: string
  readonly shortName?: string
  readonly kind: OrganizationKind
}

/** Corrects an organization's name, short name and kind. Refused `organization-unnamed`, `organization-name-long`. */
export async function editOrganization(
  actor: Actor,
  input: OrganizationChanges,
): Promise<{ organization: string } | Refusal> {
  const found = await editableOrganization(actor, input)
  if (isRefusal(found)) return found
  const name = organizationName(input.name)
  if (isRefusal(name)) return name
  const shortName = input.shortName?.trim() ? organizationName(input.shortName, 'shortName') : null
  if (isRefusal(shortName)) return shortName
  const { id } = found.organization
  return transaction(async (tx) => {
    await tx.update(organizations).set({ name, shortName, kind: input.kind }).where(eq(organizations.id, id))
    await record({
      actor,
      action: 'edit-organization',
      object: { kind: 'organization', id },
      event: input.event,
    })
    return { organization: id }
  })
}
