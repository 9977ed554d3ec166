import 'server-only'
import { erasePerson } from '../../people/erase-person'
import { exportOwnData } from '../../people/export-own-data'
import { participantsOf } from '../../people/queries'
import { exportParticipants } from '../../registration/export-participants'
import type { Line } from './line'

const EVERYBODY = [
  ...['participant', 'captain', 'juror', 'conflicted_juror', 'president', 'partner', 'helper'],
  ...['organizer', 'neighbour', 'edition_admin', 'owner'],
]

export const PEOPLE: readonly Line[] = [
  {
    row: "PII-01 see a participant's e-mail or phone",
    at: 'judging',
    ask: (actor, { event }) => participantsOf(actor, event),
    own: [],
  },
  { row: 'PII-03 export own data', at: 'judging', ask: exportOwnData, own: EVERYBODY },
  {
    row: 'PII-04 erase own account',
    at: 'registration',
    ask: (actor) => erasePerson(actor, { confirmed: true }),
    own: EVERYBODY,
    notes: { captain: 'erasure-captain' },
  },
  {
    row: 'PII-05 export participants',
    at: 'judging',
    ask: (actor, { event }) => exportParticipants(actor, { event }),
  },
]
