import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { Steps } from '@/components/ui/steps'
import { hasReached, mayFollow, PHASES, type Phase } from '@/domain/events/phases'
import { wallClock } from '@/domain/events/wall-clock'
import { isRefusal } from '@/domain/refusal'
import { rolesOfEvent } from '@/server/access/queries'
import { locksOf } from '@/server/editions/lock-queries'
import { storageKind } from '@/server/storage'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { PressForm } from '../_components/press-form'
import { organizedEvent } from '../organized-event'
import { LockedValue } from './_components/locked-value'
import { Openness } from './_components/openness'
import { PlacesAbove } from './_components/places-above'
import { Retention } from './_components/retention'
import { edit, grant, revoke, step } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.settings') }
}

const DATES = [
  'startsAt',
  'endsAt',
  'registrationOpensAt',
  'registrationClosesAt',
  'rosterLocksAt',
  'submissionsDueAt',
  'scoringClosesAt',
] as const

/** Closing, sealing and publishing are done where their consequences are seen. */
const ELSEWHERE: Partial<Record<Phase, 'desk' | 'deliberation' | 'publish'>> = {
  deliberation: 'desk',
  sealed: 'deliberation',
  published: 'publish',
}

/** The step the event takes next, its dates and sizes, and who runs it. */
export default async function SettingsPage({ params }: PageProps<'/organize/[edition]/[event]/settings'>) {
  const found = await organizedEvent(params)
  const { event, edition, facts, actor, base } = found
  const t = await getTranslations('organize.settings')
  const words = await getTranslations('organize')
  const roles = await rolesOfEvent(actor, event.id)
  if (isRefusal(roles)) notFound()
  const locks = await locksOf(edition.id)
  const sizes = locks.get('team-size')
  const { teamMin, teamMax } = event
  const next = PHASES.filter((phase) => mayFollow(facts.phase, phase))
  const zone = event.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? event.timeZone
  return (
    <OrganizerPage
      found={found}
      place="settings"
      title={t('title')}
      caption={t('zone', { zone: event.timeZone })}
    >
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-11 pb-12 xl:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-11">
          <Section title={t('phase')} caption={words(`phases.${facts.phase}`)} id="phase">
            <div className="grid gap-5 pt-5">
              <Steps
                steps={PHASES.map((id) => ({ id, label: words(`phases.${id}`) }))}
                current={facts.phase}
              />
              <ul className="grid gap-4">
                {next.map((phase) => {
                  const back = !hasReached(phase, facts.phase)
                  const place = back ? undefined : ELSEWHERE[phase]
                  return (
                    <li
                      key={phase}
                      className="flex flex-wrap items-center justify-between gap-4 border-t pt-4"
                    >
                      <span className="min-w-0 flex-1 basis-64">
                        <span className="block font-semibold">
                          {t(`step.${back ? 'back' : 'on'}`, { phase: words(`phases.${phase}`) })}
                        </span>
                        <span className="block text-muted text-sm">{t(`means.${phase}`)}</span>
                      </span>
                      {place || (back && facts.phase === 'deliberation') ? (
                        <Link
                          href={`${base}/${place ?? 'deliberation'}` as Route}
                          className="inline-flex min-h-12 items-center font-semibold text-primary"
                        >
                          {t('elsewhere', { place: words(`places.${place ?? 'deliberation'}`) })}
                        </Link>
                      ) : (
                        <PressForm
                          send={step}
                          values={{ event: event.id, to: phase }}
                          submit={t(`do.${back ? 'back' : 'on'}`, { phase: words(`phases.${phase}`) })}
                          look={back ? 'secondary' : 'primary'}
                        />
                      )}
                    </li>
                  )
                })}
              </ul>
            </div>
          </Section>
          <Section title={t('roles')} caption={t('roles-caption', { count: roles.length })}>
            <ul>
              {roles.map(({ id, role, givenName, familyName, email }) => (
                <li
                  key={id}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b py-2"
                >
                  <span className="min-w-0">
                    <span className="block font-semibold">
                      {`${givenName} ${familyName}`.trim() || t('unnamed')}
                    </span>
                    <span className="block text-muted text-sm [overflow-wrap:anywhere]">{email}</span>
                  </span>
                  <span className="flex items-center gap-5">
                    <span className="text-muted text-sm">{t(`role.${role}`)}</span>
                    <PressForm send={revoke} values={{ grant: id }} submit={t('revoke')} look="quiet" />
                  </span>
                </li>
              ))}
            </ul>
            <div className="pt-5">
              <FieldForm
                send={grant}
                hidden={{ node: event.id }}
                fields={[
                  { name: 'email', label: t('email'), kind: 'email' },
                  {
                    name: 'role',
                    label: t('role-label'),
                    value: 'event-helper',
                    options: (['event-helper', 'event-organizer'] as const).map((role) => ({
                      value: role,
                      label: t(`role.${role}`),
                    })),
                  },
                ]}
                submit={t('grant')}
                done={t('granted')}
                look="secondary"
              />
            </div>
          </Section>
          <Openness found={found} lock={locks.get('openness')} />
          <PlacesAbove found={found} lock={locks.get('promotion')} />
          <Retention event={event.id} zone={event.timeZone} />
        </div>
        <Section title={t('about')} caption={t('times-in', { zone })}>
          <div className="pt-5">
            <FieldForm
              send={edit}
              hidden={{
                event: event.id,
                ...(sizes && { teamMin: String(teamMin), teamMax: String(teamMax) }),
              }}
              fields={[
                { name: 'name', label: t('name'), value: event.name },
                { name: 'venue', label: t('venue'), value: event.venue ?? '' },
                ...DATES.map((date) => ({
                  name: date,
                  label: words(`dates.${date}`),
                  kind: 'datetime-local' as const,
                  value: event[date] ? wallClock(event.timeZone, event[date]) : '',
                })),
                {
                  name: 'capacity',
                  label: t('capacity'),
                  hint: t('capacity-hint'),
                  kind: 'number',
                  value: String(event.capacity ?? ''),
                },
                ...(sizes
                  ? []
                  : (['teamMin', 'teamMax'] as const).map((size) => ({
                      name: size,
                      label: t(size === 'teamMin' ? 'team-min' : 'team-max'),
                      hint: t('team-size', { min: edition.teamMin, max: edition.teamMax }),
                      kind: 'number' as const,
                      value: String(event[size]),
                    }))),
              ]}
              submit={t('save')}
              done={t('saved')}
            />
            {sizes && (
              <LockedValue label={t('team-sizes')} lock={sizes} zone={event.timeZone}>
                {t('team-members', { min: teamMin, max: teamMax })}
              </LockedValue>
            )}
          </div>
        </Section>
      </div>
      <div className="page pb-12">
        <p className="max-w-prose text-muted text-sm">{t(`storage.${storageKind()}`)}</p>
      </div>
    </OrganizerPage>
  )
}
