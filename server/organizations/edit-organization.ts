import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import type { OrganizationKind } from '@/domain/organizations/kinds'
import { organizationName } from '@/domain/organizations/organization-name'
import { rorId } from '@/domain/organizations/ror'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { editableOrganization, type OrganizationOfEvent } from './find-organization'

export interface OrganizationChanges extends OrganizationOfEvent {
  readonly name: string
  readonly shortName?: string
  readonly kind: OrganizationKind
  /** Left out: stays as it is; empty: none. */
  readonly rorId?: string
}

/**
 * Corrects an organization's name, short name, kind and ROR id. Refused `organization-unnamed`,
 * `organization-name-long`, `ror-malformed`, `ror-taken`.
 */
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
  const ror = input.rorId?.trim() ? rorId(input.rorId) : null
  if (isRefusal(ror)) return ror
  const kept = input.rorId === undefined ? found.organization.rorId : ror
  const { id } = found.organization
  return transaction(async (tx) => {
    const [other] = kept
      ? await tx
          .select({ id: organizations.id })
          .from(organizations)
          .where(and(eq(organizations.rorId, kept), ne(organizations.id, id)))
      : []
    if (other && kept) return refuse('ror-taken', { field: 'rorId', ror: kept })
    await tx
      .update(organizations)
      .set({ name, shortName, kind: input.kind, rorId: kept })
      .where(eq(organizations.id, id))
    await record({
      actor,
      action: 'edit-organization',
      object: { kind: 'organization', id },
      event: input.event,
    })
    return { organization: id }
  })
}
