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
                {jury.map(({ office, president, voting, invented, seat }) => (
                  <li key={seat}>
                    {office}
                    <span className="text-muted">
                      {president && `, ${t('presides')}`}
                      {!voting && `, ${t('honorary')}`}
                      {invented && ` · ${t('invented')}`}
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </Section>
  )
}
