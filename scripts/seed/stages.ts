/** Where the Azerbaijan final may stand in the example; each includes those before it. */
export const STAGES = ['registration', 'judging', 'closed', 'published'] as const
export type Stage = (typeof STAGES)[number]

export const reaches = (stage: Stage, other: Stage) => STAGES.indexOf(stage) >= STAGES.indexOf(other)
