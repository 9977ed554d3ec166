import 'server-only'
import { eq } from 'drizzle-orm'
import { database, transaction } from '@/db/client'
import { competitions, editions, organizations, roleGrants } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { GrantedRole } from '@/domain/access/roles'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

export interface RoleToGrant {
  readonly person: string
  readonly role: GrantedRole
  /** The event, edition, competition or organization it is granted on. */
  readonly node: string
  /** For a partner: the edition whose challenges the organization sets. */
  readonly edition?: string
}

/** Grants a role on a node, never above one's own. Twice is once. */
export async function grantRole(actor: Actor, input: RoleToGrant): Promise<{ role: GrantedRole } | Refusal> {
  return transaction(async () => {
    const no = await mayGrant(actor, input)
    if (no) return no
    await writeGrant(actor, input)
    return { role: input.role }
  })
}

/** Writes a grant that is decided, and records it, in the caller's transaction. Twice is once. */
export async function writeGrant(actor: Actor, { person, role, node }: RoleToGrant): Promise<void> {
  const [granted] = await database
    .insert(roleGrants)
    .values({
      personId: person,
      role,
      [COLUMNS[role]]: node,
      grantedBy: actor.personId,
      grantedAt: now(),
    })
    .onConflictDoNothing()
    .returning({ id: roleGrants.id })
  if (!granted) return
  const event = COLUMNS[role] === 'eventId' ? node : undefined
  const object = { kind: 'role', id: granted.id }
  await record({ actor, action: 'grant-role', object, event, details: { role, person } })
}

const COLUMNS = {
  'event-organizer': 'eventId',
  'event-helper': 'eventId',
  'edition-administrator': 'editionId',
  'competition-owner': 'competitionId',
  'organization-partner': 'organizationId',
} as const satisfies Record<GrantedRole, keyof typeof roleGrants.$inferInsert>

/** Whether the actor may grant this role, and so take it back. */
export async function mayGrant(actor: Actor, { role, node, edition }: RoleToGrant): Promise<Refusal | null> {
  if (COLUMNS[role] === 'eventId') {
    const found = await findEventById(node)
    return found ? can(actor, 'grant-event-role', { event: found.facts }, now()) : refuse('not-found')
  }
  return transaction(async (tx) => {
    if (role === 'competition-owner') {
      const [competition] = await tx.select().from(competitions).where(eq(competitions.id, node))
      return competition
        ? can(actor, 'grant-edition-role', { competition: node }, now())
        : refuse('not-found')
    }
    const [place] = await tx
      .select()
      .from(editions)
      .where(eq(editions.id, edition ?? node))
    if (!place) return refuse('not-found')
    const object = { edition: place.id, competition: place.competitionId }
    if (role === 'edition-administrator') return can(actor, 'grant-edition-role', object, now())
    const [organization] = await tx.select().from(organizations).where(eq(organizations.id, node))
    return organization ? can(actor, 'write-challenges', object, now()) : refuse('not-found')
  })
}
