/** The rules of an event that its edition can hold fast. */
export const LOCKABLE_RULES = ['team-size', 'rubric', 'openness', 'promotion'] as const
export type LockableRule = (typeof LOCKABLE_RULES)[number]
