import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { db } from '@/db/client'
import { personEmails, persons, registrations } from '@/db/schema'
import type { ImportPlan, PlannedLine } from '@/domain/registration/import/plan'
import { now } from '../../clock'
import type { EventRow } from '../../events/find-event'
import { inChunks } from './chunks'

/** What happened to a line's person; keyed by `keyOf(list, line)`. */
export interface WrittenPerson {
  readonly personId: string
  readonly registrationId: string
  readonly personCreated: boolean
  readonly registrationCreated: boolean
  /** The registration's and the person's fields before an update, for the undo. */
  readonly before: Record<string, string | number | null> | null
}

export type WrittenPeople = ReadonlyMap<string, WrittenPerson>

export const keyOf = (list: string, line: number) => `${line}\n${list}`

type Creating = Extract<PlannedLine, { outcome: 'create' }>
type Updating = Extract<PlannedLine, { outcome: 'update' }>

/** Writes the persons and registrations of a plan, in as few statements as its size allows. */
export async function writePeople(event: EventRow, plan: ImportPlan): Promise<WrittenPeople> {
  const written = new Map<string, WrittenPerson>()
  const creating = plan.lists.flatMap((list) =>
    list.lines.flatMap((line) => (line.outcome === 'create' ? [{ list, line: line as Creating }] : [])),
  )
  const known = await personsBy(creating.map(({ line }) => line.student.email))
  const rows = creating.map(({ list, line }) => {
    const known_ = known.get(line.student.email)
    return {
      list,
      line,
      personId: known_ ?? uuidv7(),
      personCreated: known_ === undefined,
      registrationId: uuidv7(),
    }
  })
  const at = now()
  const fresh = rows.filter(({ personCreated }) => personCreated)
  await inChunks(fresh, async (some) => {
    const database = await db()
    await database
      .insert(persons)
      .values(
        some.map(({ personId, line: { student } }) => ({ id: personId, ...namesOf(student), createdAt: at })),
      )
    await database
      .insert(personEmails)
      .values(some.map(({ personId, line }) => ({ personId, email: line.student.email })))
  })
  await inChunks(rows, async (some) => {
    await (await db()).insert(registrations).values(
      some.map(({ list, line: { student }, personId, registrationId }) => ({
        id: registrationId,
        personId,
        eventId: event.id,
        institutionId: list.institutionId,
        programme: student.programme,
        studyYear: student.year,
        registeredAt: at,
      })),
    )
  })
  for (const { list, line, personId, personCreated, registrationId } of rows) {
    const person = { personId, registrationId, personCreated, registrationCreated: true, before: null }
    written.set(keyOf(list.name, line.line), person)
  }
  for (const list of plan.lists) {
    for (const line of list.lines) {
      if (line.outcome === 'update') written.set(keyOf(list.name, line.line), await update(event.id, line))
    }
  }
  return written
}

const namesOf = ({ givenName, familyName }: Creating['student']) => ({ givenName, familyName })

async function personsBy(emails: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  await inChunks(emails, async (some) => {
    const rows = await (await db())
      .select()
      .from(personEmails)
      .where(inArray(personEmails.email, [...some]))
    for (const { email, personId } of rows) found.set(email, personId)
  })
  return found
}

async function update(eventId: string, { personId, changes }: Updating): Promise<WrittenPerson> {
  const database = await db()
  const { givenName, familyName, programme, year, institutionId } = changes
  if (givenName || familyName) {
    await database
      .update(persons)
      .set({ givenName: givenName?.to, familyName: familyName?.to })
      .where(eq(persons.id, personId))
  }
  const [registration] = await database
    .update(registrations)
    .set({
      registeredAt: sql`${registrations.registeredAt}`,
      ...(programme && { programme: programme.to }),
      ...(year && { studyYear: year.to }),
      ...(institutionId && { institutionId: institutionId.to }),
    })
    .where(and(eq(registrations.personId, personId), eq(registrations.eventId, eventId)))
    .returning({ id: registrations.id })
  if (!registration) throw new Error('A registration to update is gone')
  const before = Object.fromEntries(Object.entries(changes).map(([field, { from }]) => [field, from]))
  return {
    personId,
    registrationId: registration.id,
    personCreated: false,
    registrationCreated: false,
    before,
  }
}
