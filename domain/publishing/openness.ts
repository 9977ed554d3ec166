/** How much of a result the public reads. */
export const OPENNESS = ['winners', 'ranks', 'scores'] as const
export type Openness = (typeof OPENNESS)[number]

export const AWARD_KINDS = ['main', 'special', 'audience'] as const
export type AwardKind = (typeof AWARD_KINDS)[number]

export const CLAIM_QUALIFIERS = ['exactly', 'about', 'nearly', 'over'] as const
export type ClaimQualifier = (typeof CLAIM_QUALIFIERS)[number]
