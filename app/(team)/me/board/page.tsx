import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { Empty, Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { isRefusal } from '@/domain/refusal'
import { now } from '@/server/clock'
import { sentenceOf } from '@/server/refusals'
import { currentActor, isSignedIn } from '@/server/session'
import { boardOf } from '@/server/teams/board-queries'
import { ownTeam } from '@/server/teams/queries'
import { eventCrumbs } from '../../_components/event-crumbs'
import { FieldsForm } from '../../_components/fields-form'
import { TeamPage } from '../../_components/team-page'
import { inviteCard } from '../../looking-actions'
import { chosenEvent } from '../chosen-event'
import { OwnCard } from './_components/own-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams'))('looking.board') }
}

/** Who looks for a team: a reader without one puts up their own card, a captain invites. */
export default async function BoardPage({ searchParams }: PageProps<'/me/board'>) {
  const t = await getTranslations('teams.looking')
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect('/sign-in?next=/me/board' as Route)
  const { chosen } = await chosenEvent(actor, (await searchParams).event)
  if (!chosen) redirect('/me' as Route)
  const { event, facts } = chosen
  const board = await boardOf(actor, event.id)
  const team = await ownTeam(actor, event.id)
  const invites = team && can(actor, 'manage-roster', { event: facts, team: team.id }, now()) === null
  return (
    <TeamPage crumbs={eventCrumbs(chosen)} example={event.exampleData}>
      <div className="grid gap-3">
        <h1 className="display text-3xl">{t('board')}</h1>
        <p className="text-lg text-muted">{t('board-lead')}</p>
      </div>
      {isRefusal(board) ? (
        <Notice kind="warn">{sentenceOf(board)}</Notice>
      ) : (
        <>
          {!team && <OwnCard found={chosen} card={board.find(({ self }) => self) ?? null} />}
          <Section title={t('cards')} caption={t('board-count', { count: board.length })}>
            {board.length === 0 && <Empty title={t('board-none')}>{t('board-none-how')}</Empty>}
            <ul className="hairlines border-t-0">
              {board.map((card) => (
                <li key={card.registration} className="grid gap-3 py-4 [overflow-wrap:anywhere]">
                  <Card card={card} />
                  {invites && (
                    <FieldsForm
                      send={inviteCard}
                      given={{ team: team.id, registration: card.registration }}
                      submit={t('invite', { team: team.name })}
                      look="secondary"
                      done={t('invited')}
                    />
                  )}
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </TeamPage>
  )
}

type BoardCard = Exclude<Awaited<ReturnType<typeof boardOf>>, { refused: true }>[number]

async function Card({ card }: { card: BoardCard }) {
  const t = await getTranslations('teams')
  return (
    <>
      <div>
        <p className="font-semibold text-lg">
          {card.givenName || t('nameless')}
          {card.self && <span className="font-normal text-muted"> ({t('looking.you')})</span>}
        </p>
        {card.institution && <p className="text-muted text-sm">{card.institution}</p>}
      </div>
      <ul className="flex flex-wrap gap-2">
        {card.skills.map((skill) => (
          <li key={skill}>
            <Chip>{skill}</Chip>
          </li>
        ))}
      </ul>
      {card.about && <p>{card.about}</p>}
      <p className="text-muted text-sm">
        {t('looking.speaks')} {card.languages.join(', ')}
      </p>
    </>
  )
}
