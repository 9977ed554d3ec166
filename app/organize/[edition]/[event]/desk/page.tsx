import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Ring } from '@/components/ui/ring'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import { juryRecord, prizeRecords } from '@/server/judging/jury-record'
import { missingBallots } from '@/server/judging/missing-ballots'
import { needsOf } from '@/server/judging/needs'
import { type Progress, summarize } from '@/server/judging/progress'
import { waitingReopening } from '@/server/judging/waiting-reopening'
import { decisionsOf } from '@/server/ranking/decisions'
import { juryPlace } from '@/server/ranking/jury-place'
import { CalibrationLink } from '../_components/calibration-link'
import { deskPage } from '../_components/desk-page'
import { OrganizerPage } from '../_components/organizer-page'
import { Closing } from './_components/closing'
import { JuryMatrix } from './_components/jury-matrix'
import { LiveProgress } from './_components/live-progress'
import { Needs } from './_components/needs'
import { Peek } from './_components/peek'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('title') }
}

/** The organizer's desk on jury day: what needs somebody, how far scoring is, and no ranking in sight. */
export default async function DeskPage({ params }: PageProps<'/organize/[edition]/[event]/desk'>) {
  const address = await params
  const found = await deskPage(address, 'desk', 'see-desk')
  const { event, edition, facts, actor } = found
  const base = `/organize/${edition.slug}/${event.slug}`
  if (['draft', 'registration', 'in-progress'].includes(facts.phase)) {
    redirect(base as Route)
  }
  const t = await getTranslations('desk')
  const record = await juryRecord(event.id)
  const progress = summarize(record)
  const mayRead = can(actor, 'read-others-marks', juryPlace(actor, found, record), now()) === null
  const prizes = await prizeRecords(event.id)
  const needs = needsOf(record, await waitingReopening(event.id), await decisionsOf(event.id), prizes).filter(
    ({ kind }) => kind !== 'gate' || mayRead,
  )
  const missing = missingBallots(record)
  const prizesMissing = prizes.flatMap((prize) => missingBallots(prize.record))
  const mayNudge = can(actor, 'nudge-juror', { event: facts }, now()) === null
  const nudging = mayNudge
    ? { event: event.id, owing: new Set([...missing, ...prizesMissing].map(({ juror }) => juror)) }
    : null
  const api = `/api/v1/events/${edition.slug}/${event.slug}`
  return (
    <OrganizerPage found={found} place="desk">
      <div className="page">
        <h1 className="sr-only">{t('title')}</h1>
        <div className="grid border-b grid-cols-[minmax(0,1fr)] md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] xl:grid-cols-[minmax(0,44fr)_minmax(0,41fr)_minmax(0,15fr)]">
          <div className="py-5 md:pr-8">
            <Needs
              needs={needs}
              event={event.id}
              base={base}
              example={event.exampleData}
              nudging={nudging}
              jurors={progress.jurors}
              at={now()}
            />
          </div>
          <div className="border-t py-5 md:border-t-0 md:border-l md:pl-8 xl:pr-8">
            <Closing found={found} missing={missing} prizesMissing={prizesMissing} />
          </div>
          <div className="flex flex-wrap content-start items-center justify-center gap-x-8 gap-y-4 border-t py-6 md:col-span-2 xl:col-span-1 xl:border-t-0 xl:border-l xl:pl-6">
            <ProgressRing progress={progress} />
            <LiveProgress address={`${api}/progress`} live={t('live')} waiting={t('connecting')} />
          </div>
        </div>
        <JuryMatrix
          jurors={progress.jurors}
          entries={record.entries}
          perBallot={record.criteria.filter(({ kind }) => kind === 'weighted').length}
          at={now()}
          nudging={nudging}
        />
        {mayRead && (
          <div className="border-t py-2">
            <CalibrationLink found={found} />
          </div>
        )}
      </div>
      <section className="border-t bg-sunken">
        <div className="page flex flex-wrap items-center gap-x-16 gap-y-5 py-6">
          <div className="max-w-72">
            <h2 className="font-semibold text-lg">{t('hidden')}</h2>
            <p className="text-muted text-sm">{t('hidden-why')}</p>
          </div>
          <Peek address={`${api}/ranking`} words={{ hold: t('hold'), failed: t('peek-failed') }} />
        </div>
      </section>
    </OrganizerPage>
  )
}

async function ProgressRing({ progress: { done, total, ballots } }: { progress: Progress }) {
  const t = await getTranslations('desk')
  return (
    <>
      <Ring done={done} total={total} unit={t('of-marks', { total })} />
      <p className="text-center text-muted text-sm">{t('ballots-in', ballots)}</p>
    </>
  )
}
