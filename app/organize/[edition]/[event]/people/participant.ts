import type { participantsOf } from '@/server/people/queries'

export type Participant = Exclude<Awaited<ReturnType<typeof participantsOf>>, { refused: true }>[number]

export const PERSON_STATES = ['confirmed', 'unconfirmed', 'withdrawn'] as const

/** Somebody on a list is unconfirmed until they sign in for themselves. */
export function stateOf({ state, confirmedAt }: Pick<Participant, 'state' | 'confirmedAt'>) {
  if (state === 'withdrawn') return 'withdrawn'
  return confirmedAt ? 'confirmed' : 'unconfirmed'
}
