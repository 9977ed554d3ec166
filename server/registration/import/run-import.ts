import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { connection, transaction } from '@/db/client'
import { events, importDrafts, imports } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import type { Figures } from '@/domain/registration/import/plan'
import { allOrNothing } from '../../all-or-nothing'
import { record } from '../../audit'
import { now } from '../../clock'
import { refreshConflicts } from '../../judging/refresh-conflicts'
import { type Import, importableEvent, plain } from './check-import'
import type { PackedContext } from './context'
import { working } from './in-thread'
import { packContext } from './known'
import type { ListToWrite } from './prepare-writes'
import { rememberColumns } from './remember-columns'
import { type Told, toWrite } from './work-on-lists'
import { writeRows } from './write-rows'

export interface Imported {
  /** One import a list, so that each can be undone by itself. */
  readonly imports: readonly { id: string; name: string; figures: Figures }[]
  readonly figures: Figures
}

/** How far an import is; `done` and `of` count rows. */
export type Progress =
  | { readonly step: 'reading' | 'planning' }
  | { readonly step: 'writing'; readonly done: number; readonly of: number }

interface Running {
  /** The draft whose lists these are: it is gone when they are imported, and without it they are not. */
  readonly draft?: string
  readonly tell?: (progress: Progress) => void
}

/** A server of its own takes many rows at once; while the embedded database does, nobody else is answered. */
const ROWS = { postgres: 2_000, embedded: 200 } as const

/**
 * Carries the plan out, in one transaction: people, registrations (registered, unconfirmed, without consents), teams
 * whose first listed member is captain until one claims it. All is read and planned before, and planned anew when the
 * event is no more what it was once it is locked, so the same lists imported twice at once create nobody twice.
 * Refused besides what a check refuses: `list-draft-gone`.
 */
export async function runImport(
  actor: SignedIn,
  input: Import,
  { draft, tell = () => {} }: Running = {},
): Promise<Imported | Refusal> {
  const found = await importableEvent(actor, input)
  if (isRefusal(found)) return found
  const size = ROWS[(await connection()).kind]
  const begun: AsyncGenerator<Told>[] = []
  const plan = (context: PackedContext) => {
    tell({ step: 'reading' })
    const told = telling(working({ lists: input.lists.map(plain), context, want: 'write', size }), tell)
    begun.push(told)
    return toWrite(told)
  }
  try {
    const context = await packContext(found.event)
    const ready = await plan(context)
    if (ready.head.refusal) return ready.head.refusal
    return await allOrNothing(async () => {
      const current = await locked(actor, input, draft)
      if (isRefusal(current)) return current
      const same = current.digest === context.digest
      const { head, rows } = same ? ready : await plan(current)
      if (head.refusal) return head.refusal
      await writeImports(actor, input.event, head.lists)
      let done = 0
      tell({ step: 'writing', done, of: head.rows })
      for await (const some of rows) {
        await writeRows(input.event, some)
        // An embedded database is this very process: who waits for it has a turn here.
        await setImmediate()
        done += some.count
        tell({ step: 'writing', done, of: head.rows })
      }
      await settle(actor, input.event, head)
      return {
        imports: head.lists.map(({ id, name, figures }) => ({ id, name, figures })),
        figures: head.figures,
      }
    })
  } finally {
    for (const told of begun) await told.return(undefined)
  }
}

async function* telling(
  told: AsyncGenerator<Told>,
  tell: (progress: Progress) => void,
): AsyncGenerator<Told> {
  for await (const one of told) {
    if ('read' in one) tell({ step: 'planning' })
    yield one
  }
}

/** Holds the event, takes the draft, and says what the event holds now. */
async function locked(actor: SignedIn, input: Import, draft?: string): Promise<PackedContext | Refusal> {
  return transaction(async (tx) => {
    await tx.select({ id: events.id }).from(events).where(eq(events.id, input.event)).for('update')
    if (draft !== undefined) {
      const taken = await tx.delete(importDrafts).where(eq(importDrafts.id, draft)).returning()
      if (taken.length === 0) return refuse('list-draft-gone')
    }
    const found = await importableEvent(actor, input)
    return isRefusal(found) ? found : packContext(found.event)
  })
}

async function writeImports(actor: SignedIn, eventId: string, lists: readonly ListToWrite[]): Promise<void> {
  await transaction(async (tx) => {
    const by = { eventId, importedAt: now(), importedBy: actor.personId }
    const rows = lists.map(({ id, name, institution, figures }) => ({
      ...{ id, fileName: name, institutionId: institution, counts: { ...figures } },
      ...by,
    }))
    if (rows.length > 0) await tx.insert(imports).values(rows)
  })
}

async function settle(
  actor: SignedIn,
  event: string,
  { lists, figures }: { lists: readonly ListToWrite[]; figures: Figures },
): Promise<void> {
  for (const { institution, said } of lists)
    if (said) await rememberColumns(institution, said.headings, said.columns)
  await refreshConflicts(event, actor)
  await record({
    actor,
    action: 'run-import',
    object: { kind: 'event', id: event },
    event,
    details: { imports: lists.map(({ id }) => id), figures },
  })
}
