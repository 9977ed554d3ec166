import 'server-only'
import { database } from '@/db/client'
import { awards } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import type { RubricCriterion } from '@/domain/judging/rubric'
import { isLegible } from '@/domain/legible'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { allOrNothing } from '../all-or-nothing'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { holdOrganization } from '../organizations/find-organization'
import { setRubric } from './set-rubric'

export interface NewAward {
  readonly event: string
  readonly name: string
  /** The organization that gives it. */
  readonly partner?: string | null
  /** What its own jury scores. */
  readonly criteria: readonly RubricCriterion[]
}

/**
 * Creates a special prize with criteria of its own, for a jury of its own on the same entries. Refused `award-nameless`,
 * `award-long`, `organization-unknown`, and what `setRubric` refuses; nothing is created then.
 */
export async function createAward(
  actor: Actor,
  { event, name: typed, partner = null, criteria }: NewAward,
): Promise<{ award: string } | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'seat-jurors', { event: found.facts }, now())
  if (no) return no
  const name = typed.normalize('NFC').trim()
  if (!isLegible(name)) return refuse('award-nameless', { field: 'name' })
  if (name.length > 200) return refuse('award-long', { field: 'name', max: 200 })
  return allOrNothing(async () => {
    if (partner !== null && !(await holdOrganization(partner)))
      return refuse('organization-unknown', { field: 'partner' })
    const [made] = await database
      .insert(awards)
      .values({ eventId: event, kind: 'special', name, partnerId: partner })
      .returning({ id: awards.id })
    if (!made) throw new Error('an award was not written')
    const object = { kind: 'award', id: made.id }
    await record({ actor, action: 'create-award', object, event })
    const rubric = await setRubric(actor, { event, award: made.id, criteria })
    return isRefusal(rubric) ? rubric : { award: made.id }
  })
}
