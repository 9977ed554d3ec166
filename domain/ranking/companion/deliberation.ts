import type { WithoutJuror } from './leave-one-out'

/** From which chance of being first on an entry is too close to call. */
export const TOO_CLOSE = 0.1
/** Below which chance of being first the leader's lead asks for deliberation. */
const SURE_ENOUGH = 0.5

export const DELIBERATION_REASONS = ['unsure', 'other-leader', 'juror-decides'] as const

/** Why the jury is asked to deliberate before the result is sealed. */
export type DeliberationReason =
  | { readonly code: 'unsure'; readonly entry: string; readonly pFirst: number }
  | { readonly code: 'other-leader'; readonly entry: string; readonly leader: string }
  | { readonly code: 'juror-decides'; readonly jurors: readonly string[]; readonly first: readonly string[] }

/** What asks for deliberation; nothing when the leader is clear whichever way one looks. `pFirst` is the leader's. */
export function deliberationReasons(
  leader: string,
  model: { readonly pFirst: number; readonly leaders: readonly string[] } | null,
  without: readonly WithoutJuror[],
): DeliberationReason[] {
  const reasons: DeliberationReason[] = []
  if (model && model.pFirst < SURE_ENOUGH)
    reasons.push({ code: 'unsure', entry: leader, pFirst: model.pFirst })
  const [other] = model?.leaders ?? []
  if (model && other !== undefined && !model.leaders.includes(leader))
    reasons.push({ code: 'other-leader', entry: other, leader })
  return [...reasons, ...jurorsWhoDecide(without)]
}

/** Jurors who each alone make the winner, together where the same would be first without them. */
function jurorsWhoDecide(without: readonly WithoutJuror[]): DeliberationReason[] {
  const changes = without.filter(({ stays }) => stays === false)
  const outcomes = new Map<string, { jurors: string[]; first: readonly string[] }>()
  for (const { juror, first } of changes) {
    const outcome = outcomes.get(first.join(' ')) ?? { jurors: [], first }
    outcome.jurors.push(juror)
    outcomes.set(first.join(' '), outcome)
  }
  return [...outcomes.values()].map((outcome) => ({ code: 'juror-decides', ...outcome }))
}
