import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Dots } from '@/components/ui/dots'
import { Notice } from '@/components/ui/notice'
import { Empty } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { waitingAt } from '@/server/registration/queries'
import { rostersOf } from '@/server/teams/queries'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { organizedEvent } from '../organized-event'
import { rename, withdraw } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.teams') }
}

/** Every team with its members and captain; opened, it can be renamed or taken out of the event. */
export default async function TeamsPage({ params }: PageProps<'/organize/[edition]/[event]/teams'>) {
  const found = await organizedEvent(params)
  const { event, actor, base } = found
  const t = await getTranslations('organize.teams')
  const teams = await rostersOf(actor, event.id)
  if (isRefusal(teams)) notFound()
  const waiting = await waitingAt(event.id)
  const present = teams.filter(({ withdrawnAt }) => withdrawnAt === null)
  const taken = present.reduce((total, { members }) => total + members.length, 0)
  const seats = present.reduce((total, team) => total + team.seats, 0)
  return (
    <OrganizerPage
      found={found}
      place="teams"
      title={t('title', { count: present.length })}
      caption={t('caption', { taken, seats, min: event.teamMin, max: event.teamMax })}
    >
      <div className="page pb-10">
        {waiting > 0 && event.capacity !== null && (
          <div className="mb-6">
            <Notice kind="warn" title={t('waiting', { count: waiting })}>
              {t('waiting-how', { capacity: event.capacity })}{' '}
              <Link href={`${base}/settings` as Route} className="link">
                {t('raise')}
              </Link>
            </Notice>
          </div>
        )}
        {teams.length === 0 && (
          <Empty title={t('none')}>
            <p className="mb-4">{t('none-how')}</p>
            <ButtonLink href={`${base}/import` as Route}>{t('import')}</ButtonLink>
          </Empty>
        )}
        <ul className="border-t">
          {teams.map((team) => {
            const missing = Math.max(0, event.teamMin - team.members.length)
            return (
              <li key={team.id} id={team.id} className="scroll-mt-4 border-b target:bg-primary-soft">
                <details>
                  <summary className="grid min-h-12 list-none items-center gap-x-5 gap-y-1 py-3 hover:bg-sunken md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_8rem]">
                    <span className="min-w-0">
                      <span className={`block font-semibold ${team.withdrawnAt ? 'line-through' : ''}`}>
                        {team.name}
                      </span>
                      <span className="block text-muted text-sm">{team.institution}</span>
                    </span>
                    <span className="text-sm">
                      {team.members.map(({ id, givenName, familyName, role, provisional }, index) => (
                        <span key={id}>
                          {index > 0 && ', '}
                          <span className={role === 'captain' ? 'font-semibold' : ''}>
                            {`${givenName} ${familyName}`.trim()}
                          </span>
                          {role === 'captain' && (
                            <span className="text-muted">
                              {' '}
                              ({provisional ? t('captain-provisional') : t('captain')})
                            </span>
                          )}
                        </span>
                      ))}
                    </span>
                    <span className="flex items-center gap-2 md:justify-end">
                      {team.withdrawnAt ? (
                        <span className="text-muted text-sm">{t('withdrawn')}</span>
                      ) : (
                        <>
                          {missing > 0 && (
                            <span className="text-sm text-warn">{t('needs', { count: missing })}</span>
                          )}
                          <Dots
                            filled={team.members.length}
                            open={Math.max(0, team.seats - team.members.length)}
                            label={t('seats', { taken: team.members.length, seats: team.seats })}
                          />
                        </>
                      )}
                    </span>
                  </summary>
                  <Link
                    href={`${base}/teams/${team.entry}` as Route}
                    className="link inline-flex min-h-12 items-center"
                  >
                    {t('handed-in', { count: team.submitted })}
                  </Link>
                  {team.guest ? (
                    <p className="max-w-prose pb-6 text-muted text-sm">{t('guest')}</p>
                  ) : (
                    <ChangeTeam team={team} />
                  )}
                </details>
              </li>
            )
          })}
        </ul>
      </div>
    </OrganizerPage>
  )
}

async function ChangeTeam({ team }: { team: { id: string; name: string; withdrawnAt: Date | null } }) {
  const t = await getTranslations('organize.teams')
  return (
    <div className="grid gap-8 pt-3 pb-6 md:grid-cols-2">
      <FieldForm
        send={rename}
        hidden={{ team: team.id }}
        fields={[{ name: 'name', label: t('name'), value: team.name }]}
        submit={t('rename')}
        done={t('renamed')}
        look="secondary"
        columns=""
      />
      {!team.withdrawnAt && (
        <FieldForm
          send={withdraw}
          hidden={{ team: team.id }}
          fields={[{ name: 'reason', label: t('reason'), hint: t('reason-hint') }]}
          submit={t('withdraw')}
          look="danger"
          columns=""
        />
      )}
    </div>
  )
}
