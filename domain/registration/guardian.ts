/**
 * How it stands with the consent a minor needs: nobody named yet, asked and unanswered, no, or yes. Who is of age, as
 * far as anybody has said, has no standing.
 */
export const GUARDIAN_STANDINGS = ['unnamed', 'waits', 'refused', 'given'] as const
export type GuardianStanding = (typeof GUARDIAN_STANDINGS)[number]

/** Whether the consent is missing: everything short of a yes. */
export const consentMissing = (standing: GuardianStanding | null) => standing !== null && standing !== 'given'
