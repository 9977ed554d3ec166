import { getTranslations } from 'next-intl/server'
import { clockIn } from '@/components/schedule/clock'
import { Notice } from '@/components/ui/notice'
import type { FoundEvent } from '@/server/events/find-event'
import { currentActor } from '@/server/session'
import { wayBack } from '@/server/teams/return-to-team'
import { FieldsForm } from '../../_components/fields-form'
import { goBack } from '../../actions'

/** For who has changed teams in the last day: what they did, and the way back. */
export async function WayBack({ found: { event } }: { found: FoundEvent }) {
  const move = await wayBack(await currentActor(), event.id)
  if (!move) return null
  const t = await getTranslations('teams')
  const { from, into, full } = move
  const at = `${clockIn(move.at, event.timeZone)} ${event.city}`
  return (
    <Notice title={<span className="[overflow-wrap:anywhere]">{t('moved', { from, into, at })}</span>}>
      <div className="grid gap-3">
        <p>{t(full ? 'go-back-full' : 'go-back-lead')}</p>
        {!full && (
          <FieldsForm
            send={goBack}
            given={{ event: event.id }}
            submit={t('go-back', { from })}
            look="secondary"
          />
        )}
      </div>
    </Notice>
  )
}
