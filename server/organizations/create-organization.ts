import 'server-only'
import { transaction } from '@/db/client'
import { organizationAliases, organizationDomains, organizationParents, organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { OrganizationKind } from '@/domain/organizations/kinds'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

export interface NewOrganization {
  /** The event whose organizer writes it down; organizations are shared by all events. */
  readonly event: string
  readonly slug: string
  readonly name: string
  readonly shortName?: string
  readonly kind: OrganizationKind
  readonly country?: string
  readonly seatedIn?: string
  readonly aliases?: readonly string[]
  readonly domains?: readonly string[]
  /** What it is a part of. */
  readonly parent?: string
}

/**
 * Writes down an organization with its other names, e-mail domains and parent. Refused `organization-exists` when its
 * address is taken, `domain-taken` when another organization has one of its domains.
 */
export async function createOrganization(
  actor: Actor,
  input: NewOrganization,
): Promise<{ organization: string } | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'edit-event', { event: found.facts }, now())
  if (no) return no
  const outcome = await transaction(async (tx) => {
    const { slug, name, shortName, kind, country, seatedIn, aliases = [], domains = [], parent } = input
    const [made] = await tx
      .insert(organizations)
      .values({ slug, name, shortName, kind, country, seatedIn, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: organizations.id })
    if (!made) throw new Taken(refuse('organization-exists', { field: 'slug', slug }))
    const organizationId = made.id
    if (aliases.length > 0) {
      await tx.insert(organizationAliases).values(aliases.map((alias) => ({ organizationId, name: alias })))
    }
    for (const domain of domains) {
      const row = { domain: domain.toLowerCase(), organizationId }
      const [given] = await tx.insert(organizationDomains).values(row).onConflictDoNothing().returning()
      if (!given) throw new Taken(refuse('domain-taken', { field: 'domains', domain }))
    }
    if (parent) await tx.insert(organizationParents).values({ organizationId, parentId: parent })
    await record({
      actor,
      action: 'create-organization',
      object: { kind: 'organization', id: organizationId },
      event: input.event,
    })
    return { organization: organizationId }
  }).catch((error: unknown) => {
    if (error instanceof Taken) return error.refusal
    throw error
  })
  return outcome
}

/** Rolls the transaction back and carries the refusal out of it. */
class Taken extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}
