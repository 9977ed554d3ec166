import 'server-only'
import { and, eq } from 'drizzle-orm'
import { brokenConstraint, transaction } from '@/db/client'
import { criteria, criterionLevels } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { cleanRubric, isSameRubric, type RubricCriterion } from '@/domain/judging/rubric'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { refuseLocked } from '../editions/refuse-locked'
import { findEventById } from '../events/find-event'
import { lockEvent } from '../events/lock-event'
import { isOfJury } from './award-juries'
import { firstMarkOf } from './first-mark'
import { rubricOf } from './queries'

/**
 * Sets an event's rubric, or a special prize's, in the order given, in place of the one before; the same again changes
 * nothing. Refused `condition-change-rubric` once that jury has given its first mark, `rule-locked` while the edition
 * locks the events' own rubrics, and by the rules of `cleanRubric`.
 */
export async function setRubric(
  actor: Actor,
  input: { event: string; award?: string | null; criteria: readonly RubricCriterion[] },
): Promise<{ criteria: readonly string[] } | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const eventId = found.event.id
  const { award = null } = input
  const rubric = cleanRubric(input.criteria)
  const outcome = await transaction(async (tx) => {
    await lockEvent(eventId)
    const marked = (await firstMarkOf(eventId, award)) !== null
    const no = can(actor, 'change-rubric', { event: found.facts, marked }, now())
    if (no) return no
    if (isRefusal(rubric)) return rubric
    const before = await rubricOf(eventId, award)
    if (isSameRubric(before, rubric)) return { criteria: before.map(({ id }) => id) }
    const locked = award === null && (await refuseLocked(found.event, 'rubric', 'criteria'))
    if (locked) return locked
    await tx.delete(criteria).where(and(eq(criteria.eventId, eventId), isOfJury(criteria.awardId, award)))
    const made = await tx
      .insert(criteria)
      .values(
        rubric.map(({ kind, name, weight, scale }, position) => ({
          eventId,
          awardId: award,
          kind,
          name,
          position,
          weight,
          scaleMin: scale.min,
          scaleMax: scale.max,
          step: scale.step,
        })),
      )
      .returning({ id: criteria.id })
    const levels = rubric.flatMap(({ levels }, position) =>
      levels.map(({ value, sentence }) => ({ criterionId: made[position]?.id ?? '', value, sentence })),
    )
    if (levels.length > 0) await tx.insert(criterionLevels).values(levels)
    const ids = made.map(({ id }) => id)
    await record({
      actor,
      action: 'set-rubric',
      object: award === null ? { kind: 'event', id: eventId } : { kind: 'award', id: award },
      event: eventId,
      details: { criteria: ids },
    })
    return { criteria: ids }
  }).catch((error: unknown) => {
    if (brokenConstraint(error) === 'marks_criterion') return refuse('condition-change-rubric')
    throw error
  })
  return outcome
}
