import 'server-only'
import { participantsOf } from '../../people/queries'
import { exportParticipants } from '../../registration/export-participants'
import type { Line } from './line'

export const PEOPLE: readonly Line[] = [
  {
    row: "PII-01 see a participant's e-mail or phone",
    at: 'judging',
    ask: (actor, { event }) => participantsOf(actor, event),
    own: [],
  },
  {
    row: 'PII-05 export participants',
    at: 'judging',
    ask: (actor, { event }) => exportParticipants(actor, { event }),
  },
]
