export const BALLOT_STATES = ['draft', 'submitted', 'recused', 'absent'] as const
export type BallotState = (typeof BALLOT_STATES)[number]

export const CRITERION_KINDS = ['gate', 'weighted'] as const
export type CriterionKind = (typeof CRITERION_KINDS)[number]

/** How a juror and an entry came to be tied. */
export const CONFLICT_KINDS = ['institution', 'sponsor', 'coach', 'challenge-owner', 'declared'] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

export const NOTE_KINDS = ['private', 'feedback'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** What a president decides: the order of tied entries, or whether an entry passes the gate. */
export const DECISION_KINDS = ['order', 'share-rank', 'gate-fail', 'gate-pass'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]
