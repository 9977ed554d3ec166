export const TEAM_ROLES = ['captain', 'member'] as const
export type TeamRole = (typeof TEAM_ROLES)[number]
