import { getTranslations } from 'next-intl/server'
import { pitchDraw } from '@/server/stage/queries'
import { FieldForm } from '../../_components/field-form'
import { PressForm } from '../../_components/press-form'
import { commit, draw } from '../actions'

/** The draw of the pitch order: first the seed's hash, for everybody to see, then the draw and the seed itself. */
export async function Draw({ event }: { event: string }) {
  const t = await getTranslations('organize.jury')
  const known = await pitchDraw(event)
  const waits = known !== null && known.drawnAt === null
  return (
    <div className="grid content-start gap-4">
      {known && (
        <div className="text-sm">
          <p>{known.seed === null ? t('committed') : t('drawn-from', { seed: known.seed })}</p>
          <p className="figures text-muted [overflow-wrap:anywhere]">{known.commitment}</p>
        </div>
      )}
      {waits ? (
        <PressForm send={draw} values={{ event }} submit={t('draw')} look="secondary" />
      ) : (
        <FieldForm
          send={commit}
          hidden={{ event }}
          fields={[{ name: 'seed', label: t('seed'), hint: t('seed-hint') }]}
          submit={t('commit')}
          look="secondary"
          columns=""
        />
      )}
    </div>
  )
}
