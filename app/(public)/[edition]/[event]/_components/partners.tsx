import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { PARTNERSHIP_ROLES } from '@/domain/organizations/kinds'
import type { juryOf, partnersOf } from '@/server/events/queries'

/** Who makes the event possible, by role, and the offices that judge it. */
export async function Partners({
  partners,
  jury,
}: {
  partners: Awaited<ReturnType<typeof partnersOf>>
  jury: Awaited<ReturnType<typeof juryOf>>
}) {
  const t = await getTranslations('events')
  if (partners.length + jury.length === 0) return null
  const words = ({ office, president, voting }: (typeof jury)[number]) =>
    [office, president && t('presides'), !voting && t('honorary')].filter(Boolean).join(', ')
  return (
    <Section title={jury.length > 0 ? t('partnersAndJury') : t('partners')} className="mt-8 first:mt-0">
      <dl>
        {PARTNERSHIP_ROLES.map((role) => {
          const names = partners.filter((partner) => partner.role === role)
          if (names.length === 0) return null
          return (
            <div key={role} className="grid grid-cols-[7rem_1fr] gap-x-4 border-b py-3">
              <dt className="text-muted">{t(`role.${role}`, { count: names.length })}</dt>
              <dd className={role === 'organizer' ? 'font-semibold' : ''}>
                {names.map(({ organization }) => organization).join(', ')}
              </dd>
            </div>
          )
        })}
        {jury.length > 0 && (
          <div className="grid grid-cols-[7rem_1fr] gap-x-4 border-b py-3">
            <dt className="text-muted">{t('jury')}</dt>
            <dd>
              <ul>
                {jury
                  .filter(({ invented }) => !invented)
                  .map((seat) => (
                    <li key={seat.seat}>{words(seat)}</li>
                  ))}
              </ul>
              {jury.some(({ invented }) => invented) && (
                <p className="mt-2 text-muted">
                  {t('inventedSeats', {
                    seats: jury
                      .filter(({ invented }) => invented)
                      .map(words)
                      .join(' · '),
                  })}
                </p>
              )}
            </dd>
          </div>
        )}
      </dl>
    </Section>
  )
}
