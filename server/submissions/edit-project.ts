import 'server-only'
import { and, eq } from 'drizzle-orm'
import { db, transaction } from '@/db/client'
import { challenges, entries } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import type { Project } from '@/domain/submissions/project'
import { readProject, type TypedProject } from '@/domain/submissions/read-project'
import { record, takeTurn } from '../audit'
import { challengeFull } from '../challenges/challenge-full'
import { now } from '../clock'
import { isUuid } from '../events/find-event'
import { refreshConflicts } from '../judging/refresh-conflicts'
import { findEntry, lateReasonOf } from './find-entry'

export interface ProjectEdit {
  readonly entry: string
  /** Only what is given changes; an empty text clears. */
  readonly project: TypedProject
  /** Needed of an organizer after the deadline. */
  readonly reason?: string
}

/**
 * Changes a team's draft: challenge, title, summary, links, prior work. Nothing is handed in by it. Refused
 * `link-malformed`, `field-long`, `challenge-unknown`, `challenge-full`, `entry-withdrawn`, and after the deadline but to an organizer
 * with a reason.
 */
export async function editProject(actor: Actor, input: ProjectEdit): Promise<{ entry: string } | Refusal> {
  const found = await findEntry(input.entry)
  if (!found) return refuse('not-found')
  const { facts, team, edition, entry } = found
  const no = can(actor, 'edit-project', { event: facts, team: team.id }, now())
  if (no) return no
  if (entry.withdrawnAt) return refuse('entry-withdrawn')
  const project = readProject(input.project)
  if (isRefusal(project)) return project
  const unknown = await challengeFault(project, edition.id)
  if (unknown) return unknown
  const lateReason = lateReasonOf(found, input.reason)
  if (isRefusal(lateReason)) return lateReason
  return transaction(async (tx) => {
    const late = lateReason === null ? {} : { lateReason }
    const changes = { ...project, ...late }
    if (Object.keys(changes).length === 0) return { entry: entry.id }
    // The turn comes before the entry, as it does for whoever draws the order or writes a conflict with it.
    await takeTurn(facts.id)
    const full = project.challengeId ? await challengeFull(project.challengeId, entry) : null
    if (full) return full
    await tx.update(entries).set(changes).where(eq(entries.id, entry.id))
    if (project.challengeId !== undefined) await refreshConflicts(facts.id, actor)
    await record({
      actor,
      action: 'edit-project',
      object: { kind: 'entry', id: entry.id },
      event: facts.id,
      details: { fields: Object.keys(project), late: lateReason !== null },
    })
    return { entry: entry.id }
  })
}

async function challengeFault({ challengeId }: Partial<Project>, edition: string): Promise<Refusal | null> {
  if (!challengeId) return null
  const [known] = isUuid(challengeId)
    ? await (await db())
        .select({ id: challenges.id })
        .from(challenges)
        .where(and(eq(challenges.id, challengeId), eq(challenges.editionId, edition)))
    : []
  return known ? null : refuse('challenge-unknown', { field: 'challengeId' })
}
