import { getTranslations } from 'next-intl/server'
import { Caption } from '@/components/ui/caption'
import type { StageMove } from '@/domain/stage/moves'
import type { StageNow } from '@/server/stage/queries'
import { PressForm } from '../../_components/press-form'
import { move } from '../actions'
import { OnStage } from './on-stage'

/** What the main button does from each state, and the one beside it. */
const MOVES: Record<StageNow['state'], readonly StageMove[]> = {
  empty: ['call', 'skip'],
  called: ['start', 'skip'],
  running: ['end', 'pause'],
  paused: ['resume', 'end'],
}

/** Who is on stage with the clock, and the one press that goes on. */
export async function Conductor({ event, shown, api }: { event: string; shown: StageNow; api: string }) {
  const t = await getTranslations('stage')
  const { state, now, next, moves } = shown
  const subject = state === 'empty' ? next : now
  return (
    <section aria-label={t('on-stage')}>
      <Caption>{t(`state.${state}`)}</Caption>
      {now ? (
        <OnStage first={shown} api={api} />
      ) : (
        <p className="mt-2 text-xl">{next ? t('next-is', { team: next.team }) : t('over')}</p>
      )}
      {subject && (
        <div className="mt-6 flex flex-wrap gap-3">
          {MOVES[state].map((kind, index) => (
            <PressForm
              key={kind}
              send={move}
              values={{ event, move: kind, after: String(moves), entry: subject.entry }}
              submit={t(`move.${kind}`, { team: subject.team })}
              look={index === 0 ? 'primary' : 'secondary'}
            />
          ))}
        </div>
      )}
    </section>
  )
}
