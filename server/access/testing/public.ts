import 'server-only'
import { teamsOf, visibleEvent } from '../../events/queries'
import { progressOf } from '../../judging/progress'
import { publishedResult } from '../../publishing/queries'
import { computeRanking } from '../../ranking/compute-ranking'
import { FINAL, type Line, orNotFound } from './line'

export const PUBLIC: readonly Line[] = [
  {
    row: 'PUB-01 see the public event page',
    at: 'judging',
    ask: (actor) => orNotFound(visibleEvent(actor, FINAL.edition, FINAL.event)),
  },
  {
    row: 'PUB-02 see published results',
    at: 'published',
    ask: () => orNotFound(publishedResult(FINAL.edition, FINAL.event)),
  },
  {
    row: 'PUB-03 see any rank or total or the promoted team',
    at: 'all-cast',
    ask: (actor, { event }) => computeRanking(actor, { event }),
  },
  {
    row: 'PUB-03 see any rank or total or the promoted team',
    at: 'judging',
    ask: (actor, { event }) => computeRanking(actor, { event }),
    notes: { president: 'condition-see-ranking' },
  },
  {
    row: 'PUB-04 see scoring progress (counts only)',
    at: 'judging',
    ask: (actor, { event }) => progressOf(actor, event),
    own: ['juror', 'conflicted_juror'],
  },
  {
    row: 'PUB-05 list teams (public fields)',
    at: 'registration',
    ask: async (actor) => {
      const found = await visibleEvent(actor, FINAL.edition, FINAL.event)
      return orNotFound(found ? teamsOf(found.event.id) : Promise.resolve(null))
    },
  },
]
