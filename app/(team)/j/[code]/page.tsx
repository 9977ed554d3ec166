import type { Metadata, Route } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { daysIn } from '@/components/schedule/days'
import { Seats } from '@/components/teams/seats'
import { Caption } from '@/components/ui/caption'
import { Notice } from '@/components/ui/notice'
import { isRefusal } from '@/domain/refusal'
import { sentenceOf } from '@/server/refusals'
import { currentActor } from '@/server/session'
import { type InvitationPreview, invitationPreview } from '@/server/teams/queries'
import { TeamPage } from '../../_components/team-page'
import { EnterTeam } from './_components/enter-team'

export const metadata: Metadata = { robots: 'noindex' }

export default async function InvitationPage({ params }: PageProps<'/j/[code]'>) {
  const t = await getTranslations('teams')
  const visitor = (await headers()).get('x-forwarded-for')?.split(',')[0]?.trim() ?? 'direct'
  const preview = await invitationPreview(await currentActor(), (await params).code, visitor)
  if (isRefusal(preview)) {
    if (preview.code === 'invitation-unknown') notFound()
    return (
      <TeamPage>
        <Notice kind="danger">{sentenceOf(preview)}</Notice>
      </TeamPage>
    )
  }
  const { team, event, institution, captain } = preview
  return (
    <TeamPage
      crumbs={[{ label: `${preview.competition} · ${event.city}`, href: `/${event.address}` as Route }]}
      example={event.exampleData}
    >
      <div className="grid gap-3">
        <Caption>{captain ? t('invited-by', { captain }) : t('invited')}</Caption>
        <h1 className="display text-4xl [overflow-wrap:anywhere]">{team.name}</h1>
        <p className="text-lg">
          {institution && <span className="font-medium">{institution} · </span>}
          <span className="text-muted">
            {event.name}, {daysIn(event)}
          </span>
        </p>
      </div>
      <SeatsOf preview={preview} />
      <EnterTeam preview={preview} />
    </TeamPage>
  )
}

async function SeatsOf({ preview: { team, event, facts, member } }: { preview: InvitationPreview }) {
  const t = await getTranslations('teams')
  const r = await getTranslations('registration')
  const seats = Array.from({ length: team.seats }, (_, index) => {
    const yours = !member && index === team.taken
    const state = index < team.taken ? ('taken' as const) : yours ? ('yours' as const) : ('free' as const)
    return { id: String(index), state, mark: yours ? t('you') : undefined }
  })
  const until = facts.registrationClosesAt
  return (
    <div className="grid gap-4">
      <Seats seats={seats} label={t('seats')} />
      <p className="flex flex-wrap justify-between gap-x-6 text-muted">
        <span>{t('seats-taken', { taken: team.taken, seats: team.seats })}</span>
        {until && (
          <span>
            {r('open-until')} {dayIn(until, event.timeZone)}, {clockIn(until, event.timeZone)} {event.city}
          </span>
        )}
      </p>
    </div>
  )
}
