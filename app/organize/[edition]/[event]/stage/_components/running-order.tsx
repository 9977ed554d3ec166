import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { isPossible, type Stage } from '@/domain/stage/stage'
import type { Pitcher } from '@/server/stage/queries'
import { PressForm } from '../../_components/press-form'
import { move } from '../actions'

const clock = (milliseconds: number) => {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The drawn order: who has pitched and for how long, who was skipped, who is to come. */
export async function RunningOrder({
  event,
  field,
  stage,
  moves,
}: {
  event: string
  field: readonly Pitcher[]
  stage: Stage
  moves: number
}) {
  const t = await getTranslations('stage')
  const callable = isPossible(stage, 'call')
  return (
    <Section title={t('order')}>
      <ol className="hairlines">
        {field.map(({ entry, order, team }) => {
          const pitch = stage.pitched.findLast((one) => one.entry === entry)
          const isOn = stage.entry === entry
          return (
            <li
              key={entry}
              aria-current={isOn ? 'step' : undefined}
              className={`flex min-h-12 items-center gap-4 py-1 ${isOn ? 'font-semibold' : ''}`}
            >
              <span className="figures w-6 text-right text-muted">{order ?? '–'}</span>
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{team}</span>
              {pitch && (
                <span className="figures text-sm">
                  {clock(pitch.spent)}
                  {pitch.overrun > 0 && <span className="text-warn"> +{clock(pitch.overrun)}</span>}
                </span>
              )}
              {stage.skipped.includes(entry) && <span className="text-muted text-sm">{t('skipped')}</span>}
              {callable && !isOn && !pitch && (
                <PressForm
                  send={move}
                  values={{ event, move: 'call', after: String(moves), entry }}
                  submit={t('call')}
                  look="quiet"
                />
              )}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
