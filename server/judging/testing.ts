import 'server-only'
import { uuidv7 } from 'uuidv7'
import { db } from '@/db/client'
import { makeOrganization, makePerson, putAtPhase } from '@/db/factories'
import { entries, organizationParents, teams } from '@/db/schema'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { actorOf } from '../session'
import { makeEdition } from '../testing'
import { assignPanel } from './assign-panel'
import { seatJuror } from './seat-juror'
import { setRubric } from './set-rubric'

export const AT = new Date('2018-05-26T08:00:00Z')
export const ADDRESS = { edition: 'actinspace-2018', event: 'azerbaijan' }

/** The outcome of a use case that must succeed. */
export async function done<T>(outcome: Promise<T | Refusal>): Promise<T> {
  const found = await outcome
  if (isRefusal(found)) throw new Error(`${found.code} ${JSON.stringify(found.values)}`)
  return found
}

/** A refusal's code, or what was done instead. */
export async function codeOf(outcome: Promise<unknown>): Promise<unknown> {
  const found = await outcome
  return isRefusal(found) ? found.code : found
}

/** A team with its entry in an event, of an institution. */
export async function makeEntry(eventId: string, name: string, institutionId: string | null) {
  const database = await db()
  const [team] = await database
    .insert(teams)
    .values({ eventId, slug: name, name, nameKey: name, institutionId, seats: 5, createdAt: AT })
    .returning()
  if (!team) throw new Error('not written')
  const [entry] = await database
    .insert(entries)
    .values({ teamId: team.id, eventId, enteredAt: AT })
    .returning()
  if (!entry) throw new Error('not written')
  return { team: team.id, entry: entry.id }
}

/**
 * A jury at work: CNES presides, UFAZ (a part of the oil university) must not meet `oil`, one entry each of ADA and the
 * oil university, the rubric of 2018, the panel assigned, scoring open.
 */
export async function makeJury() {
  const made = await makeEdition()
  const event = made.national.id
  const cnes = await makeOrganization('cnes', 'CNES', 'agency')
  const ufaz = await makeOrganization('ufaz', 'UFAZ')
  const oilUniversity = await makeOrganization('oil', 'State University of Oil and Industry')
  const ada = await makeOrganization('ada', 'ADA University')
  await (await db())
    .insert(organizationParents)
    .values({ organizationId: ufaz.id, parentId: oilUniversity.id })
  const ulduz = await makeEntry(event, 'ulduz', ada.id)
  const oil = await makeEntry(event, 'oil', oilUniversity.id)
  const { criteria } = await done(
    setRubric(made.organizer, {
      event,
      criteria: [
        { kind: 'gate', name: 'Uses the space data' },
        ...[40, 20, 20, 20].map((weight) => ({ kind: 'weighted' as const, name: `Worth ${weight}`, weight })),
      ],
    }),
  )
  const seat = async (office: string, organization: string, president = false) => {
    const person = await makePerson(office)
    const { juror } = await done(
      seatJuror(made.organizer, { event, office, organization, person: person.id, president }),
    )
    return { juror, actor: await actorOf(person.id) }
  }
  const president = await seat('President of CNES', cnes.id, true)
  const rector = await seat('Rector’s office, UFAZ', ufaz.id)
  await done(assignPanel(made.organizer, { event }))
  await putAtPhase(event, 'registration', 'in-progress', 'judging')
  const [gate = '', ...weighted] = criteria
  return { ...made, event, ada, ufaz, oilUniversity, ulduz, oil, gate, weighted, president, rector }
}

let seq = 0

/** A mark as a phone sends it. */
export function mark(entry: string, criterion: string, value: unknown, more: Record<string, unknown> = {}) {
  return {
    id: uuidv7(),
    entry,
    criterion,
    value,
    device: 'phone',
    seq: ++seq,
    replaces: null,
    at: AT,
    ...more,
  }
}
