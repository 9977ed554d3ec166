import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Caption } from '@/components/ui/caption'
import { Title } from '@/components/ui/title'
import { now } from '@/server/clock'
import { visibleEvent } from '@/server/events/queries'
import { currentActor } from '@/server/session'
import { publicTeam } from '@/server/teams/public-queries'
import { EventMasthead } from '../../_components/event-masthead'

type Address = { params: Promise<{ edition: string; event: string; team: string }> }

async function visibleTeam({ params }: Address) {
  const { edition, event, team: slug } = await params
  const found = await visibleEvent(await currentActor(), edition, event)
  const team = found && (await publicTeam(found.event.id, slug))
  return team ? { found, team } : null
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const shown = await visibleTeam(address)
  return shown ? { title: `${shown.team.name} · ${shown.found.event.name}` } : {}
}

/** A team: its project, its challenge, whom it represents; people only who agreed to be named. */
export default async function TeamPage(address: Address) {
  const shown = await visibleTeam(address)
  if (!shown) notFound()
  const { found, team } = shown
  const t = await getTranslations('teams.public')
  const teams = `/${found.edition.slug}/${found.event.slug}/teams` as Route
  const unnamed = team.members - team.named.length
  const facts: readonly (readonly [string, string | null])[] = [
    [t('institution'), team.institution],
    [
      t('challenge'),
      team.challenge?.code && team.challengeOwner
        ? t('challengeOf', {
            code: team.challenge.code,
            title: team.challenge.title,
            owner: team.challengeOwner,
          })
        : null,
    ],
    [
      t('members'),
      [
        ...team.named.map(({ givenName, familyName }) => `${givenName} ${familyName}`.trim()),
        ...(unnamed > 0 ? [t('unnamed', { count: unnamed, named: team.named.length })] : []),
      ].join(', '),
    ],
  ]
  return (
    <>
      <EventMasthead
        found={found}
        at={now()}
        here={[{ label: t('teams'), href: teams }, { label: team.name }]}
      />
      <main
        id="content"
        className="page grid gap-x-12 gap-y-8 py-10 md:grid-cols-[7fr_5fr] xl:grid-cols-[8fr_4fr]"
      >
        <div className="min-w-0">
          <Caption>
            {found.event.name}
            {found.event.exampleData && ` · ${t('example')}`}
            {team.withdrawn && ` · ${t('withdrawn')}`}
          </Caption>
          <Title>{team.name}</Title>
          {team.project ? (
            <p className="mt-6 font-semibold text-xl [overflow-wrap:anywhere]">{team.project}</p>
          ) : (
            <p className="mt-6 text-lg text-muted">{t('noProject')}</p>
          )}
          {team.summary && (
            <p className="mt-2 max-w-prose whitespace-pre-line text-lg [overflow-wrap:anywhere]">
              {team.summary}
            </p>
          )}
        </div>
        <div className="min-w-0 md:pt-8">
          <dl className="hairlines border-t">
            {facts.map(([term, fact]) =>
              fact ? (
                <div key={term} className="grid gap-x-6 py-3 sm:grid-cols-[7rem_1fr]">
                  <dt className="text-muted">{term}</dt>
                  <dd className="[overflow-wrap:anywhere]">{fact}</dd>
                </div>
              ) : null,
            )}
          </dl>
          <p className="mt-6">
            <Link href={teams} className="tap link">
              {t('all')}
            </Link>
          </p>
        </div>
      </main>
    </>
  )
}
