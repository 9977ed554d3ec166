/** The rules an edition can take out of its events' hands. */
export const LOCKABLE_RULES = ['team-size', 'rubric', 'openness', 'promotion'] as const
export type LockableRule = (typeof LOCKABLE_RULES)[number]
