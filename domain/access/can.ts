import { timely } from '@/domain/events/timetable'
import { type Refusal, refuse } from '@/domain/refusal'
import type { Actor } from './actor'
import { type Action, POLICY, type Rule } from './policy'
import { type AccessObject, isOwn, type Standing, standings } from './standing'

/**
 * Whether the actor may do this to that, now. The one place that answers it.
 * @returns null when allowed. Else why not: `sign-in` (nobody is signed in), `not-found` (it is not theirs to know
 * of), `not-allowed` (they are part of the event, but not in this role), or the rule of time that refuses it.
 */
export function can(actor: Actor, action: Action, object: AccessObject, now: Date): Refusal | null {
  const rule: Rule = POLICY[action]
  const standing = standings(actor, object)
  if (!isWho(rule, standing, actor, object)) return refuseWho(standing)
  if (rule.only && !rule.only(object, standing)) return refuse(`condition-${action}`)
  if (!rule.when || !object.event) return null
  const bound = !rule.waivedFor?.some((waived) => standing.has(waived))
  return bound ? timely(rule.when, object.event, now) : null
}

function isWho(rule: Rule, standing: ReadonlySet<Standing>, actor: Actor, object: AccessObject): boolean {
  if (rule.bar?.some((barred) => standing.has(barred))) return false
  if (rule.allow.some((allowed) => standing.has(allowed))) return true
  return (rule.own?.some((allowed) => standing.has(allowed)) ?? false) && isOwn(actor, object)
}

function refuseWho(standing: ReadonlySet<Standing>): Refusal {
  if (standing.has('anonymous')) return refuse('sign-in')
  return standing.size > 1 ? refuse('not-allowed') : refuse('not-found')
}
