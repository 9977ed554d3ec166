export const ORGANIZATION_KINDS = [
  'university',
  'school',
  'academy',
  'agency',
  'company',
  'embassy',
  'ministry',
  'association',
  'incubator',
] as const
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number]

export const PARTNERSHIP_ROLES = ['organizer', 'supporter', 'sponsor', 'challenge-owner', 'venue'] as const
export type PartnershipRole = (typeof PARTNERSHIP_ROLES)[number]

/** The languages the names of the lists are in; a name may be of none of them. */
export const NAME_LANGUAGES = ['en', 'fr', 'az', 'ru', 'tr'] as const
export type NameLanguage = (typeof NAME_LANGUAGES)[number]
