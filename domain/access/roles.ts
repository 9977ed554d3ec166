/** What a person may be granted, on which node of the tree. It reaches down, never up or sideways. */
export const GRANTED_ROLES = {
  'event-organizer': 'event',
  'event-helper': 'event',
  'edition-administrator': 'edition',
  'competition-owner': 'competition',
  'organization-partner': 'organization',
} as const

export type GrantedRole = keyof typeof GRANTED_ROLES
export const GRANTED_ROLE_NAMES = Object.keys(GRANTED_ROLES) as [GrantedRole, ...GrantedRole[]]
