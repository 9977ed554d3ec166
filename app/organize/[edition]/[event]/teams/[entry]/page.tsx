import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { hasReached } from '@/domain/events/phases'
import { timely } from '@/domain/events/timetable'
import { LONGEST } from '@/domain/submissions/project'
import { now } from '@/server/clock'
import { findEntry } from '@/server/submissions/find-entry'
import { challengeChoices, projectOf } from '@/server/submissions/queries'
import { FieldForm, type FormField } from '../../_components/field-form'
import { OrganizerPage } from '../../_components/organizer-page'
import { organizedEvent } from '../../organized-event'
import { handIn } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('submissions'))('handed-in') }
}

/** What a team handed in, and the way to hand in for it: after the deadline, with a reason that goes on record. */
export default async function TeamEntryPage({
  params,
}: PageProps<'/organize/[edition]/[event]/teams/[entry]'>) {
  const found = await organizedEvent(params)
  const { event, edition, facts, actor, base } = found
  const { entry: id } = await params
  const entry = await findEntry(id)
  const project = entry?.facts.id === facts.id ? await projectOf(actor, id) : null
  if (!entry || !project) notFound()
  const t = await getTranslations('organize.entry')
  const s = await getTranslations('submissions')
  const late = timely('before-deadline', facts, now()) !== null
  const at = (instant: Date) =>
    `${dayIn(instant, event.timeZone)}, ${clockIn(instant, event.timeZone)} ${event.city}`
  const closed = project.entry.withdrawnAt
    ? t('withdrawn')
    : hasReached(facts.phase, 'sealed')
      ? t('sealed')
      : null
  return (
    <OrganizerPage found={found} place="teams" title={entry.team.name}>
      <div className="page grid gap-x-12 gap-y-9 pb-12 lg:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
          <Section title={s('handed-in')} caption={event.submissionsDueAt && at(event.submissionsDueAt)}>
            {project.receipts.length === 0 && <p className="py-4 text-muted">{t('nothing')}</p>}
            <ol className="hairlines">
              {project.receipts.toReversed().map(({ version, submittedAt, begunAt, lateReason }) => (
                <li key={version} className="grid gap-1 py-3 [overflow-wrap:anywhere]">
                  <p className="font-semibold">{s('submitted', { version })}</p>
                  <p className="text-muted text-sm">
                    {s('submitted-at', { at: at(submittedAt) })}
                    {version === project.counting && ` · ${s('counts')}`}
                    {begunAt && ` · ${s('begun', { at: at(begunAt) })}`}
                  </p>
                  {lateReason && <p className="text-sm">{s('taken-late', { reason: lateReason })}</p>}
                </li>
              ))}
            </ol>
            {project.counting !== null && (
              <Link
                href={`/jury/${edition.slug}/${event.slug}/deliverable/${id}` as Route}
                className="link inline-flex min-h-12 items-center"
              >
                {t('as-jury')}
              </Link>
            )}
          </Section>
          <Link href={`${base}/teams` as Route} className="link inline-flex min-h-12 items-center">
            {t('all-teams')}
          </Link>
        </div>
        <Section title={t('title')} caption={late ? t('late') : undefined}>
          <div className="grid gap-5 pt-5">
            {closed ? (
              <Notice kind="warn">{closed}</Notice>
            ) : (
              <>
                <p className="max-w-prose text-muted">{t(late ? 'lead-late' : 'lead')}</p>
                <FieldForm
                  send={handIn}
                  hidden={{ entry: id }}
                  fields={await fieldsOf(project, edition.id, late)}
                  submit={t('do')}
                  done={t('done')}
                  columns=""
                />
              </>
            )}
          </div>
        </Section>
      </div>
    </OrganizerPage>
  )
}

type Project = NonNullable<Awaited<ReturnType<typeof projectOf>>>

async function fieldsOf({ entry, deck }: Project, edition: string, late: boolean): Promise<FormField[]> {
  const t = await getTranslations('submissions')
  const o = await getTranslations('organize.entry')
  const choices = (await challengeChoices(entry, edition)).map(({ id, code, title, full }) => {
    const named = `${code} · ${title}`
    return { value: id, label: full === null ? named : t('challenge-full', { named, full }) }
  })
  return [
    {
      ...{ name: 'challengeId', label: t('challenge'), value: entry.challengeId ?? '' },
      options: [{ value: '', label: t('challenge-none') }, ...choices],
    },
    { name: 'title', label: t('title'), value: entry.title ?? '' },
    {
      ...{ name: 'summary', label: t('summary'), value: entry.summary ?? '', kind: 'area' },
      hint: t('summary-hint', { max: LONGEST.summary }),
    },
    {
      ...{ name: 'deck', label: o('deck'), kind: 'file', accept: 'application/pdf,.pdf' },
      hint: deck ? o('deck-kept', { name: deck.fileName }) : o('deck-hint'),
    },
    { name: 'deckUrl', label: t('deck'), value: entry.deckUrl ?? '', kind: 'url' },
    { name: 'videoUrl', label: t('video'), value: entry.videoUrl ?? '', kind: 'url' },
    { name: 'demoUrl', label: t('demo'), value: entry.demoUrl ?? '', kind: 'url', hint: t('optional') },
    { name: 'priorWork', label: t('prior-work'), value: entry.priorWork ?? '', kind: 'area' },
    { name: 'ipStatement', label: t('ip-statement'), value: entry.ipStatement ?? '', kind: 'area' },
    ...(late ? [{ name: 'reason', label: o('reason'), hint: o('reason-hint'), kind: 'area' } as const] : []),
  ]
}
