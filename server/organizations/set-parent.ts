import 'server-only'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { organizationParents, organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { leadsTo } from '@/domain/organizations/institution-tree'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { isUuid } from '../events/find-event'
import { refreshConflictsThrough } from '../judging/refresh-conflicts-through'
import { editableOrganization, type OrganizationOfEvent } from './find-organization'

/**
 * Says what an organization is a part of; null, of nothing. It counts under the top of its tree, and jurors it ties to a
 * team are kept from that team. Refused `organization-circle` when the parent is the organization itself or a part of it,
 * `parent-dates`. One that has ended stays in the history.
 */
export async function setParent(
  actor: Actor,
  input: OrganizationOfEvent & {
    readonly parent: string | null
    /** Days, YYYY-MM-DD; left out, what was written of this parent stays. */
    readonly since?: string | null
    readonly until?: string | null
  },
): Promise<{ parent: string | null } | Refusal> {
  const found = await editableOrganization(actor, input)
  if (isRefusal(found)) return found
  const { parent } = input
  const { id } = found.organization
  if (parent !== null && !isUuid(parent)) return refuse('not-found')
  if (input.since && input.until && input.until < input.since)
    return refuse('parent-dates', { field: 'until' })
  return transaction(async (tx) => {
    // Whoever sets parents does so one after the other, so that two halves of a circle cannot be closed at once, and
    // nobody is seated for one of these meanwhile. Their keys stay free: students go on registering for them.
    const all = await tx
      .select({ id: organizations.id })
      .from(organizations)
      .orderBy(organizations.id)
      .for('no key update')
    if (parent !== null && !all.some((one) => one.id === parent)) return refuse('not-found')
    const links = await tx.select().from(organizationParents).where(isNull(organizationParents.until))
    const others = links.filter(({ organizationId }) => organizationId !== id)
    if (parent !== null && (parent === id || leadsTo(parent, id, others, '9999-12-31')))
      return refuse('organization-circle', { field: 'parent' })
    await tx
      .delete(organizationParents)
      .where(
        and(
          eq(organizationParents.organizationId, id),
          or(isNull(organizationParents.until), isSameLink(parent, input.since)),
        ),
      )
    if (parent !== null) {
      const known = links.find(({ organizationId, parentId }) => organizationId === id && parentId === parent)
      const since = input.since === undefined ? known?.since : input.since
      await tx
        .insert(organizationParents)
        .values({ organizationId: id, parentId: parent, since, until: input.until })
    }
    const before = links.flatMap(({ organizationId, parentId }) => (organizationId === id ? [parentId] : []))
    const tied = [id, ...before, ...(parent === null ? [] : [parent])]
    await refreshConflictsThrough(tied, { actor, chain: input.event })
    await record({
      actor,
      action: 'set-parent',
      object: { kind: 'organization', id },
      event: input.event,
      details: { parent },
    })
    return { parent }
  })
}

/** Written once more, perhaps with another end. */
const isSameLink = (parent: string | null, since: string | null | undefined) =>
  and(
    sql`${organizationParents.parentId} = ${parent}::uuid`,
    sql`${organizationParents.since} is not distinct from ${since ?? null}::date`,
  )
