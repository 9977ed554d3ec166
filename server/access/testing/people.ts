import 'server-only'
import { uuidv7 } from 'uuidv7'
import { isRefusal } from '@/domain/refusal'
import { expectedAt } from '../../check-in/queries'
import { takeTaps } from '../../check-in/take-taps'
import { writeMessage } from '../../messages-to-people/write-message'
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
    row: 'PII-02 search people',
    at: 'judging',
    ask: (actor, { event }) => expectedAt(actor, event),
    own: ['helper', 'organizer'],
  },
  {
    row: 'ORG-15 check people in',
    at: 'judging',
    ask: (actor, { event }) => takeTaps(actor, { event, device: 'door', taps: [] }),
  },
  {
    row: 'ORG-13 write to participants',
    at: 'judging',
    ask: async (actor, { event }) => {
      const written = {
        ...{ message: uuidv7(), event, segment: 'participants' as const },
        ...{ subject: 'Tomorrow', text: 'Come at nine.' },
      }
      const preview = await writeMessage(actor, { ...written, act: 'preview' })
      if (isRefusal(preview)) return preview
      return writeMessage(actor, { ...written, act: 'send', previewed: preview.digest })
    },
  },
  {
    row: 'PII-05 export participants',
    at: 'judging',
    ask: (actor, { event }) => exportParticipants(actor, { event, format: 'csv' }),
  },
]
