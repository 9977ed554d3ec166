/** Parts of an event's people that an organizer can write to. */
export const SEGMENTS = [
  'participants',
  'unconfirmed',
  'without-team',
  'captains',
  'captains-without-submission',
  'waitlisted',
  'jurors',
] as const
export type Segment = (typeof SEGMENTS)[number]
