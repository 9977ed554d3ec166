import 'server-only'
import { transaction } from '@/db/client'
import { organizationAliases } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { organizationName } from '@/domain/organizations/organization-name'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { record } from '../audit'
import { editableOrganization, type OrganizationOfEvent } from './find-organization'

/** Notes another name people use for an organization, in any language. Twice is once. */
export async function addAlias(
  actor: Actor,
  input: OrganizationOfEvent & { readonly alias: string; readonly language?: string },
): Promise<{ alias: string } | Refusal> {
  const found = await editableOrganization(actor, input)
  if (isRefusal(found)) return found
  const alias = organizationName(input.alias, 'alias')
  if (isRefusal(alias)) return alias
  const { id } = found.organization
  return transaction(async (tx) => {
    const [added] = await tx
      .insert(organizationAliases)
      .values({ organizationId: id, name: alias, language: input.language || null })
      .onConflictDoNothing()
      .returning()
    if (added) {
      await record({ actor, action: 'add-alias', object: { kind: 'organization', id }, event: input.event })
    }
    return { alias }
  })
}
