/** What became of a proposed merge. */
export type ProposalState = 'waiting' | 'merged' | 'taken-back' | 'overtaken' | 'declined'

export interface DecidedProposal {
  readonly mergedId: string
  readonly intoId: string
  readonly decidedAt: Date | null
  /** The merge that ended it. */
  readonly merge: {
    readonly mergedId: string
    readonly intoId: string
    readonly undoneAt: Date | null
  } | null
}

/** Reads from a proposal's row, and the merge that ended it, what became of it. */
export function proposalState({ mergedId, intoId, decidedAt, merge }: DecidedProposal): ProposalState {
  if (decidedAt === null) return 'waiting'
  if (merge === null) return 'declined'
  const pair = [mergedId, intoId]
  if (!pair.includes(merge.mergedId) || !pair.includes(merge.intoId)) return 'overtaken'
  return merge.undoneAt ? 'taken-back' : 'merged'
}
