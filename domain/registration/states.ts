export const REGISTRATION_STATES = ['registered', 'waitlisted', 'withdrawn'] as const
export type RegistrationState = (typeof REGISTRATION_STATES)[number]

/** What a person may agree to, one by one. */
export const CONSENT_PURPOSES = ['publish-name', 'photo', 'share-with-sponsors'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]
