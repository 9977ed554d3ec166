import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { organizations } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, refuse } from '@/domain/refusal'
import { editableEvent } from '../events/editable-event'
import { isUuid } from '../events/find-event'

/** The event through whose organizer an organization is changed; organizations are shared by all events. */
export interface OrganizationOfEvent {
  readonly event: string
  readonly organization: string
}

/** The organization with its event, when the actor may change it there; else why not. */
export async function editableOrganization(actor: Actor, { event, organization }: OrganizationOfEvent) {
  const found = await editableEvent(actor, event)
  if (isRefusal(found)) return found
  const row = isUuid(organization) ? await findOrganization(organization) : null
  return row ? { ...found, organization: row } : refuse('not-found')
}

/**
 * Holds what an organization is a part of until the caller's transaction ends; null when there is none. Taken before any
 * event's turn: who sets a parent holds organizations first and takes turns then.
 */
export async function holdOrganization(id: string) {
  if (!isUuid(id)) return null
  const [row] = await (await db())
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, id))
    .for('share')
  return row ?? null
}

/** Whether an id that came from outside is an organization's. */
export async function isOrganization(id: string): Promise<boolean> {
  return isUuid(id) && (await findOrganization(id)) !== null
}

async function findOrganization(id: string) {
  const [row] = await (await db()).select().from(organizations).where(eq(organizations.id, id))
  return row ?? null
}
