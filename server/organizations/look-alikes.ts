import 'server-only'
import { asc, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizationAliases, organizationParents, organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { type Resemblance, resemblance, resembling } from '@/domain/organizations/resembles'
import { isRefusal } from '@/domain/refusal'
import { editableEvent } from '../events/editable-event'

export interface LookAlike {
  readonly one: { readonly id: string; readonly name: string }
  readonly other: { readonly id: string; readonly name: string }
  readonly reason: Resemblance
}

/** Every organization that is not a part of another's row, by all its names. */
export async function knownOrganizations() {
  const tx = await db()
  const aliases = await tx.select().from(organizationAliases)
  const rows = await tx
    .select({
      id: organizations.id,
      name: organizations.name,
      shortName: organizations.shortName,
      country: organizations.country,
      kind: organizations.kind,
    })
    .from(organizations)
    .where(isNull(organizations.mergedIntoId))
    .orderBy(asc(organizations.name))
  const named = new Map<string, string[]>()
  for (const { organizationId, name } of aliases)
    named.set(organizationId, [...(named.get(organizationId) ?? []), name])
  return rows.map((row) => ({ ...row, aliases: named.get(row.id) ?? [] }))
}

/** Pairs of organizations that may be one, by name. A part and its whole are two, and so are two of different countries. */
export async function lookAlikes(): Promise<LookAlike[]> {
  const all = await knownOrganizations()
  const links = await (await db()).select().from(organizationParents)
  const tied = new Set(
    links.flatMap((link) => [
      `${link.organizationId} ${link.parentId}`,
      `${link.parentId} ${link.organizationId}`,
    ]),
  )
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => {
      const apart =
        tied.has(`${one.id} ${other.id}`) || (one.country && other.country && one.country !== other.country)
      const reason = apart ? null : resemblance(one, other)
      return reason ? [{ one, other, reason }] : []
    }),
  )
}

/** What a name that is being typed may mean, at most five, for an organizer of the event. */
export async function lookAlikesOf(actor: Actor, { event, name }: { event: string; name: string }) {
  const found = await editableEvent(actor, event)
  if (isRefusal(found)) return found
  return resembling(name.slice(0, 200), await knownOrganizations())
    .slice(0, 5)
    .map(({ organization: { id, name }, reason }) => ({ id, name, reason }))
}
