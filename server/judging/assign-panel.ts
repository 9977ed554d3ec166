import 'server-only'
import { transaction } from '@/db/client'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { isInvisible } from '@/domain/registration/import/clean-text'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { fillPanel } from './fill-panel'
import { panelOf } from './panel-of'
import type { PanelPlan } from './panel-plan'
import { refreshConflicts } from './refresh-conflicts'
import { namedShortfalls, type Shortfall } from './shortfalls'

export interface NewPanel {
  readonly event: string
  /** Ballots a team; null or left out for the complete panel. */
  readonly perEntry?: number | null
  /** Anybody can deal a sampled panel again from it. */
  readonly seed?: string
}

export interface AssignedPanel {
  readonly assigned: number
  readonly opened: number
  readonly removed: number
  readonly shortfalls: readonly Shortfall[]
}

/**
 * Assigns an event's panel less the conflicts: each voting seat scores each entry it may meet, or each entry gets
 * `perEntry` jurors by a seed. What was begun or answered stays; the audit keeps the seed and what it was applied to.
 */
export async function assignPanel(
  actor: Actor,
  { event, perEntry = null, seed: typed = '' }: NewPanel,
): Promise<AssignedPanel | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'seat-jurors', { event: found.facts }, now())
  if (no) return no
  const plan = readPlan(perEntry, typed)
  if (isRefusal(plan)) return plan
  return transaction(async () => {
    await takeTurn(event)
    await refreshConflicts(event, actor)
    const { jurors } = await panelOf(event)
    if (perEntry !== null && perEntry > jurors.length)
      return refuse('panel-too-small', { field: 'perEntry', jurors: jurors.length })
    const { shortfalls, input, ...changed } = await fillPanel(event, plan, perEntry !== null)
    await record({
      actor,
      action: 'assign-panel',
      object: { kind: 'event', id: event },
      event,
      details: { ...plan, ...changed, shortfalls, ...(perEntry !== null && { input }) },
    })
    return { ...changed, shortfalls: await namedShortfalls(shortfalls) }
  })
}

function readPlan(perEntry: number | null, typed: string): PanelPlan | Refusal {
  if (perEntry === null) return { perEntry, seed: '' }
  if (!Number.isSafeInteger(perEntry) || perEntry < 1) return refuse('ballots-a-team', { field: 'perEntry' })
  const seed = typed.normalize('NFC').trim()
  if (seed === '' || isInvisible(seed)) return refuse('seed-missing', { field: 'seed' })
  if (seed.length > 200) return refuse('seed-long', { field: 'seed', max: 200 })
  return { perEntry, seed }
}
