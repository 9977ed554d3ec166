import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import type { seatsOf } from '@/server/judging/queries'
import type { LinkState } from '@/server/juror-links/queries'
import { PressForm } from '../../_components/press-form'
import { preside, unseat } from '../actions'
import { SeatLink } from './seat-link'

type Seat = Awaited<ReturnType<typeof seatsOf>>[number]

/** One seat of the jury; opened, what can be changed about it. */
export async function SeatLine({
  seat: { juror, office, person, voting, president, invented, award: awardId },
  place,
  organization,
  award,
  link,
  event,
  open,
}: {
  seat: Seat
  place: number
  organization: string | undefined
  /** The special prize the seat scores for. */
  award: string | undefined
  link: LinkState | undefined
  event: { timeZone: string; city: string }
  open: boolean
}) {
  const t = await getTranslations('organize.jury')
  const about = [
    award,
    organization,
    !voting && t('honorary'),
    !person && t('no-person'),
    invented && t('invented'),
  ]
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-4 border-b py-2.5">
      <span className="figures text-muted text-sm leading-6">{place}</span>
      <div>
        <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
          {office}
          {president && <Chip look="primary">{t('president')}</Chip>}
        </p>
        <p className="text-muted text-sm">{about.filter(Boolean).join(' · ')}</p>
        {link && <SeatLink link={link} office={office} event={event} />}
        {open && (
          <details>
            <summary className="inline-flex min-h-12 items-center font-semibold text-primary text-sm">
              {t('change')}
            </summary>
            <div className="flex flex-wrap gap-3 pb-2">
              {voting && !president && awardId === null && (
                <PressForm send={preside} values={{ juror }} submit={t('make-president')} look="secondary" />
              )}
              <PressForm send={unseat} values={{ juror }} submit={t('unseat')} look="danger" />
            </div>
          </details>
        )}
      </div>
    </li>
  )
}
