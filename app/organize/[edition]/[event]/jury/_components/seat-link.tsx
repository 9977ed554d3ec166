import { getTranslations } from 'next-intl/server'
import { ZonedTime } from '@/components/schedule/zoned-time'
import { Facts } from '@/components/ui/facts'
import { now } from '@/server/clock'
import type { LinkState } from '@/server/juror-links/queries'
import { PressForm } from '../../_components/press-form'
import { LastSeen } from '../../desk/_components/last-seen'
import { revokeLink } from '../link-actions'
import { linkOrigin } from '../link-origin'
import { LinkForm } from './link-form'

/** How a seat's personal link stands; opened, what can be done about it. */
export async function SeatLink({
  link: { juror, madeAt, claimedAt, device, seenAt, account },
  office,
  event,
}: {
  link: LinkState
  office: string
  event: { timeZone: string; city: string }
}) {
  const t = await getTranslations('jurorLinks')
  const { origin, near } = await linkOrigin()
  const state = claimedAt ? 'claimed' : madeAt ? 'waiting' : 'none'
  const doing = ({ claimed: 'move', waiting: 'remake', none: 'make' } as const)[state]
  const at = (instant: Date) => (
    <ZonedTime instant={instant} zone={event.timeZone} city={event.city} here={false} />
  )
  return (
    <details>
      <summary className="inline-flex min-h-12 items-center font-semibold text-primary text-sm">
        {t(`summary-${state}`)}
      </summary>
      <div className="grid gap-4 pb-4">
        {madeAt && (
          <Facts
            facts={[
              [t('on'), claimedAt ? t('device', { ...device }) : null],
              [t('since'), claimedAt ? at(claimedAt) : null],
              [t('made'), claimedAt ? null : at(madeAt)],
              [
                t('last-seen'),
                claimedAt && <LastSeen key="seen" seen={seenAt?.toISOString() ?? null} at={now()} />,
              ],
            ]}
          />
        )}
        {!account && <p className="text-sm">{t('no-account')}</p>}
        {/* Always in this place: what was just made is shown here while the state above changes. */}
        <LinkForm
          key="make"
          juror={juror}
          submit={t(doing)}
          lead={t(`${doing}-lead`)}
          look={doing === 'move' ? 'danger' : 'secondary'}
          origin={origin}
          words={{ once: t('once'), qr: t('qr', { office }), near: near ? t('near') : undefined }}
        />
        {madeAt && (
          <div className="justify-self-start">
            <PressForm send={revokeLink} values={{ juror }} submit={t('revoke')} look="danger" />
          </div>
        )}
      </div>
    </details>
  )
}
