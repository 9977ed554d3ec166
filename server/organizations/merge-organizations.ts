import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizationAliases, organizationMerges, organizationParents, organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { leadsTo } from '@/domain/organizations/institution-tree'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { allOrNothing } from '../all-or-nothing'
import { record } from '../audit'
import { now } from '../clock'
import { refreshConflictsThrough } from '../judging/refresh-conflicts-through'
import { type MergeOfEdition, mergeable } from './mergeable'
import { fold, type Moved, moveReferences } from './move-references'
import { REFERENCES } from './references'
import { settleProposals } from './settle-proposals'

/**
 * Makes one organization a part of another's row: all that points to it moves, its names become other names, and what
 * moved is written down so that it can be taken apart again. Refused `merge-itself`, `organization-circle`, `not-found`.
 */
export async function mergeOrganizations(
  actor: Actor,
  input: MergeOfEdition,
): Promise<{ merge: string } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('sign-in')
  return allOrNothing(async () => {
    const pair = await mergeable(actor, input)
    if (isRefusal(pair)) return pair
    const { merged, into } = pair
    const tx = await db()
    const folded = await foldParents(merged.id, into.id)
    const names = await addNames(into.id, [merged.name, ...(merged.shortName ? [merged.shortName] : [])])
    const moved = await moveReferences(merged.id, into.id, folded)
    const links = await tx.select().from(organizationParents)
    if (leadsTo(into.id, into.id, links, '9999-12-31')) return refuse('organization-circle')
    await tx.update(organizations).set({ mergedIntoId: into.id }).where(eq(organizations.id, merged.id))
    const [made] = await tx
      .insert(organizationMerges)
      .values({
        ...{ mergedId: merged.id, intoId: into.id, mergedAt: now(), mergedBy: personId },
        moved: { ...moved, 'added:names': names },
      })
      .returning({ id: organizationMerges.id })
    if (!made) throw new Error('A merge was not written')
    await settleProposals(made.id, merged.id, personId)
    await refreshConflictsThrough([merged.id, into.id], { actor })
    await record({
      actor,
      action: 'merge-organizations',
      object: { kind: 'organization', id: into.id },
      details: { merged: merged.id, merge: made.id },
    })
    return { merge: made.id }
  })
}

/**
 * Takes out the links that would make the one that stays a part of itself, or of two at once: those between both, and
 * upward ones of the merged one where the other has its own.
 */
async function foldParents(merged: string, into: string): Promise<Moved> {
  const moved: Moved = {}
  const reference = REFERENCES.find(({ name }) => name === 'organization_parents.organizationId')
  if (!reference) throw new Error('Parents point to no organization')
  const links = await (await db())
    .select()
    .from(organizationParents)
    .where(inArray(organizationParents.organizationId, [merged, into]))
  const between = (link: (typeof links)[number]) =>
    [link.organizationId, link.parentId].every((id) => id === merged || id === into)
  const has = links.some((link) => link.organizationId === into && !between(link))
  for (const link of links) {
    if (between(link) || (has && link.organizationId === merged)) await fold(reference, link, moved)
  }
  return moved
}

/** Notes the merged one's names for the one that stays, and says which of them are new to it. */
async function addNames(organizationId: string, names: readonly string[]): Promise<string[]> {
  const added = await (await db())
    .insert(organizationAliases)
    .values([...new Set(names)].map((name) => ({ organizationId, name })))
    .onConflictDoNothing()
    .returning({ name: organizationAliases.name })
  return added.map(({ name }) => name)
}
