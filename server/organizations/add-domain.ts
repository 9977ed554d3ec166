import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { organizationDomains } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { emailDomain } from '@/domain/organizations/email-domain'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { editableOrganization, type OrganizationOfEvent } from './find-organization'

/**
 * Says that addresses of a domain are an organization's: its students are recognized by it. Twice is once; refused
 * `domain-malformed`, and `domain-taken` when another organization has it.
 */
export async function addDomain(
  actor: Actor,
  input: OrganizationOfEvent & { readonly domain: string },
): Promise<{ domain: string } | Refusal> {
  const found = await editableOrganization(actor, input)
  if (isRefusal(found)) return found
  const domain = emailDomain(input.domain)
  if (isRefusal(domain)) return domain
  const { id } = found.organization
  return transaction(async (tx) => {
    const [added] = await tx
      .insert(organizationDomains)
      .values({ domain, organizationId: id })
      .onConflictDoNothing()
      .returning()
    if (!added) {
      const [holder] = await tx
        .select()
        .from(organizationDomains)
        .where(eq(organizationDomains.domain, domain))
      return holder?.organizationId === id ? { domain } : refuse('domain-taken', { field: 'domain', domain })
    }
    await record({
      actor,
      action: 'add-domain',
      object: { kind: 'organization', id },
      event: input.event,
      details: { domain },
    })
    return { domain }
  })
}
