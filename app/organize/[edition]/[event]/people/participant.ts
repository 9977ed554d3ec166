import { consentMissing } from '@/domain/registration/guardian'
import type { participantsOf } from '@/server/people/queries'

export type Participant = Exclude<Awaited<ReturnType<typeof participantsOf>>, { refused: true }>[number]

export const PERSON_STATES = ['confirmed', 'unconfirmed', 'withdrawn'] as const

export const GUARDIAN_ANSWERS = ['missing', 'given'] as const

/** Of a minor, whether a guardian has agreed; null of everybody else. */
export function guardianOf({ guardian }: Pick<Participant, 'guardian'>) {
  if (guardian === null) return null
  return consentMissing(guardian) ? 'missing' : 'given'
}

/** Somebody on a list is unconfirmed until they sign in for themselves. */
export function stateOf({ state, confirmedAt }: Pick<Participant, 'state' | 'confirmedAt'>) {
  if (state === 'withdrawn') return 'withdrawn'
  return confirmedAt ? 'confirmed' : 'unconfirmed'
}
