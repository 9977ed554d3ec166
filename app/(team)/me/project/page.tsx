import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { can } from '@/domain/access/can'
import { LONGEST } from '@/domain/submissions/project'
import { now } from '@/server/clock'
import { sentenceOf } from '@/server/refusals'
import { currentActor, isSignedIn } from '@/server/session'
import { challengeChoices, projectOf } from '@/server/submissions/queries'
import { ownTeam } from '@/server/teams/queries'
import { eventCrumbs } from '../../_components/event-crumbs'
import { FieldsForm, type Question } from '../../_components/fields-form'
import { TeamPage } from '../../_components/team-page'
import { saveProject } from '../../actions'
import { addressOf, chosenEvent } from '../chosen-event'
import { Autosave } from './_components/autosave'
import { Deck } from './_components/deck'
import { keepDraft } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('submissions'))('your-submission') }
}

export default async function ProjectPage({ searchParams }: PageProps<'/me/project'>) {
  const t = await getTranslations('submissions')
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect('/sign-in?next=/me/project' as Route)
  const { chosen } = await chosenEvent(actor, (await searchParams).event)
  const team = chosen && (await ownTeam(actor, chosen.event.id))
  const project = team && (await projectOf(actor, team.entry))
  if (!chosen || !team || !project) notFound()
  const { event, edition, facts } = chosen
  const home = `/me?event=${addressOf(chosen)}` as Route
  const object = { event: facts, team: team.id }
  const no = can(actor, 'edit-project', object, now())
  const mayUpload = can(actor, 'submit', object, now()) === null
  return (
    <TeamPage crumbs={[...eventCrumbs(chosen), { label: team.name, href: home }]} example={event.exampleData}>
      <h1 className="display text-3xl [overflow-wrap:anywhere]">{t('project-title', { team: team.name })}</h1>
      {!no && <p className="text-lg text-muted">{t('project-lead')}</p>}
      {mayUpload && <Deck entry={team.entry} deck={project.deck} zone={event.timeZone} />}
      {no ? (
        <div className="grid gap-5">
          <Notice kind="warn">{team.isCaptain ? sentenceOf(no) : t('not-yours')}</Notice>
          <ButtonLink look="secondary" className="justify-self-start" href={home}>
            {team.name}
          </ButtonLink>
        </div>
      ) : (
        <Autosave
          keep={keepDraft.bind(null, team.entry)}
          words={{ saved: t('autosaved'), saving: t('autosaving'), unsaved: t('autosave-failed') }}
        >
          <FieldsForm
            send={saveProject}
            given={{ entry: team.entry, event: event.id }}
            questions={await questionsOf(project.entry, await challengeChoices(project.entry, edition.id))}
            submit={t('save')}
            wide
          />
        </Autosave>
      )}
    </TeamPage>
  )
}

type Draft = NonNullable<Awaited<ReturnType<typeof projectOf>>>['entry']

async function questionsOf(
  draft: Draft,
  challenges: Awaited<ReturnType<typeof challengeChoices>>,
): Promise<Question[]> {
  const t = await getTranslations('submissions')
  const choices = challenges.map(({ id, code, title, full }) => {
    const named = `${code} · ${title}`
    return [id, full === null ? named : t('challenge-full', { named, full })] as const
  })
  const closed = challenges.filter(({ id, full }) => full !== null && id !== draft.challengeId)
  const link = (name: 'deckUrl' | 'videoUrl' | 'demoUrl', label: string, hint = t('link-hint')) => ({
    ...{ kind: 'line' as const, name, label, hint, type: 'url' as const },
    ...{ value: draft[name] ?? '', autoComplete: 'off' },
  })
  return [
    {
      ...{ kind: 'choice', name: 'challengeId', label: t('challenge') },
      ...{ value: draft.challengeId ?? '', choices: [['', t('challenge-none')], ...choices] },
      closed: closed.map(({ id }) => id),
    },
    { kind: 'line', name: 'title', label: t('title'), value: draft.title ?? '', autoComplete: 'off' },
    {
      ...{ kind: 'lines', name: 'summary', label: t('summary'), value: draft.summary ?? '' },
      hint: t('summary-hint', { max: LONGEST.summary }),
    },
    link('deckUrl', t('deck'), t('deck-or-link')),
    link('videoUrl', t('video')),
    link('demoUrl', t('demo'), t('optional')),
    {
      ...{ kind: 'lines', name: 'priorWork', label: t('prior-work'), value: draft.priorWork ?? '' },
      hint: t('prior-work-hint'),
    },
    {
      ...{ kind: 'lines', name: 'ipStatement', label: t('ip-statement'), value: draft.ipStatement ?? '' },
      hint: t('ip-statement-hint'),
    },
  ]
}
