import { type Refusal, refuse } from '@/domain/refusal'

/** The rules an edition can take out of its events' hands. */
export const LOCKABLE_RULES = ['team-size', 'rubric', 'openness', 'promotion'] as const
export type LockableRule = (typeof LOCKABLE_RULES)[number]

/** A lock in force, as anybody may read it. Each time a rule is locked anew is a version of its own, from 1. */
export interface Lock {
  readonly rule: LockableRule
  readonly version: number
  readonly reason: string
  readonly since: Date
}

/** The refusal of a change to a locked rule: which, why, since when (said in the event's zone), and about which field. */
export function ruleLocked({ rule, version, reason, since }: Lock, zone: string, field?: string): Refusal {
  return refuse('rule-locked', { field, rule, version, reason, at: since.toISOString(), zone })
}
