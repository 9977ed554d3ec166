import 'server-only'
import type { EventSettings } from './edit-event'

/** What the organizer of the factories' final would save without having changed anything. */
export const settingsOf = (event: string): EventSettings => ({
  event,
  name: 'Azerbaijan national final',
  venue: null,
  startsAt: new Date('2018-05-25T05:00:00Z'),
  endsAt: new Date('2018-05-26T15:00:00Z'),
  registrationOpensAt: null,
  registrationClosesAt: null,
  rosterLocksAt: null,
  submissionsDueAt: null,
  scoringClosesAt: null,
  teamMin: 2,
  teamMax: 5,
  capacity: null,
})
