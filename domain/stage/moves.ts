/** What the conductor of the stage can do; each is a record with an author and a time. */
export const STAGE_MOVES = ['call', 'start', 'pause', 'resume', 'end', 'skip'] as const
export type StageMove = (typeof STAGE_MOVES)[number]
