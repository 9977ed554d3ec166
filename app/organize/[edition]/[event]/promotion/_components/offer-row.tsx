import { getTranslations } from 'next-intl/server'
import type { ListedOffer } from '@/server/promotion/queries'
import { FieldForm } from '../../_components/field-form'
import { PressForm } from '../../_components/press-form'
import { accept, confirm, decline, expire, withdraw } from '../actions'

/** One place and who was asked: what was answered, who was passed over, and what may be done next. */
export async function OfferRow({
  offer,
  nominates,
  accepts,
}: {
  offer: ListedOffer
  nominates: boolean
  accepts: boolean
}) {
  const t = await getTranslations('promotion')
  const { id, slot, state, team, rank, reason, override, passedOver } = offer
  const hidden = { promotion: id }
  const bound = state === 'confirmed' || state === 'accepted'
  return (
    <li className="grid gap-3 py-5 sm:grid-cols-[3rem_1fr_auto]">
      <span className="figures text-muted">{slot}</span>
      <div className="min-w-0">
        <p className="font-semibold text-lg [overflow-wrap:anywhere]">{team?.name ?? t('to-be-announced')}</p>
        <p className="text-muted text-sm">
          {[rank !== null && t('rank', { rank }), team?.institution].filter(Boolean).join(' · ')}
        </p>
        {override && <p className="mt-1 text-sm">{t('override', { reason: override })}</p>}
        {reason && <p className="mt-1 text-sm">{reason}</p>}
        {passedOver.map((passed) => (
          <p key={passed.team} className="mt-1 text-muted text-sm">
            {t('passed-over', { team: passed.team, reason: t(`reasons.${passed.reason}`) })}
          </p>
        ))}
        <div className="mt-3 flex flex-wrap items-start gap-3 empty:hidden">
          {nominates && state === 'offered' && (
            <>
              <PressForm send={confirm} values={hidden} submit={t('confirm-for')} look="secondary" />
              <PressForm send={decline} values={hidden} submit={t('decline-for')} look="secondary" />
              <PressForm send={expire} values={hidden} submit={t('expire')} look="quiet" />
            </>
          )}
          {accepts && state === 'confirmed' && (
            <PressForm send={accept} values={hidden} submit={t('accept')} />
          )}
        </div>
        {nominates && bound && (
          <details className="mt-2">
            <summary className="link tap inline-block text-sm">{t('withdraw')}</summary>
            <div className="mt-3 max-w-xl">
              <FieldForm
                send={withdraw}
                hidden={hidden}
                fields={[{ name: 'reason', label: t('reason') }]}
                submit={t('withdraw')}
                look="danger"
                columns=""
              />
            </div>
          </details>
        )}
      </div>
      <p className={`caption ${state === 'accepted' ? 'text-gold' : 'text-muted'}`}>{t(`states.${state}`)}</p>
    </li>
  )
}
