import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { events, imports } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { isRefusal, type Refusal } from '@/domain/refusal'
import type { PlannedList } from '@/domain/registration/import/plan'
import { record } from '../../audit'
import { now } from '../../clock'
import { refreshConflicts } from '../../judging/refresh-conflicts'
import { type Import, planImport } from './plan-import'
import { rememberColumns } from './remember-columns'
import { writeLines } from './write-lines'
import { writePeople } from './write-people'
import { writeTeams } from './write-teams'

export interface Imported {
  /** One import a list, so that each can be undone by itself. */
  readonly imports: readonly { id: string; name: string; figures: PlannedList['figures'] }[]
  readonly figures: PlannedList['figures']
}

/**
 * Carries the plan out, in one transaction: people, registrations (registered, unconfirmed, without consents), teams
 * whose first listed member is captain until one claims it. The plan is made anew under a lock on the event, so the same
 * lists imported twice at once create nobody twice.
 */
export async function runImport(actor: SignedIn, input: Import): Promise<Imported | Refusal> {
  return transaction(async (tx) => {
    await tx.select({ id: events.id }).from(events).where(eq(events.id, input.event)).for('update')
    const planned = await planImport(actor, input)
    if (isRefusal(planned)) return planned
    const { plan, event, lists } = planned
    const people = await writePeople(event.event, plan)
    const teams = await writeTeams(event.event, plan, people)
    const written = []
    for (const list of plan.lists) {
      const [row] = await tx
        .insert(imports)
        .values({
          eventId: event.event.id,
          institutionId: list.institutionId,
          fileName: list.name,
          counts: { ...list.figures },
          importedAt: now(),
          importedBy: actor.personId,
        })
        .returning({ id: imports.id })
      if (!row) throw new Error('The import was not written')
      await writeLines(row.id, list, people, teams)
      written.push({ id: row.id, name: list.name, figures: list.figures })
    }
    for (const { table, institution, byHand } of lists)
      if (table && institution && byHand) await rememberColumns(institution, table.headings, table.columns)
    await refreshConflicts(event.event.id, actor)
    await record({
      actor,
      action: 'run-import',
      object: { kind: 'event', id: event.event.id },
      event: event.event.id,
      details: { imports: written.map(({ id }) => id), figures: plan.figures },
    })
    return { imports: written, figures: plan.figures }
  })
}
