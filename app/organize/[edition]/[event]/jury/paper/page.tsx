import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { isRefusal } from '@/domain/refusal'
import { type PaperDesk, paperDesk } from '@/server/judging/paper-ballots'
import { sentenceOf } from '@/server/refusals'
import { OrganizerPage } from '../../_components/organizer-page'
import { organizedEvent } from '../../organized-event'
import { Ballots, isToRead } from './_components/ballots'
import { ReadingForm } from './_components/reading-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paper'))('title') }
}

/** Paper sheets are typed in here, each of them twice: whose sheet, which team, then its cells. */
export default async function PaperPage({
  params,
  searchParams,
}: PageProps<'/organize/[edition]/[event]/jury/paper'>) {
  const found = await organizedEvent(params)
  const asked = await searchParams
  const juror = typeof asked.juror === 'string' ? asked.juror : undefined
  const entry = typeof asked.entry === 'string' ? asked.entry : undefined
  const t = await getTranslations('paper')
  const desk = await paperDesk(found.actor, { event: found.event.id, juror })
  const here = `${found.base}/jury/paper`
  return (
    <OrganizerPage found={found} place="jury" title={t('title')} caption={found.event.name}>
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 pb-12">
        <p className="max-w-prose">{t('why')}</p>
        {isRefusal(desk) ? (
          <Notice>{sentenceOf(desk)}</Notice>
        ) : (
          <Paper desk={desk} here={here} event={found.event.id} juror={juror} entry={entry} />
        )}
      </div>
    </OrganizerPage>
  )
}

async function Paper({
  desk,
  here,
  event,
  juror,
  entry,
}: {
  desk: PaperDesk
  here: string
  event: string
  juror?: string
  entry?: string
}) {
  const t = await getTranslations('paper')
  const seat = desk.jurors.find(({ id }) => id === juror)
  const ballot = desk.ballots.find((held) => held.entry === entry && isToRead(held))
  return (
    <>
      <nav aria-label={t('whose')} className="flex flex-wrap gap-x-6 border-y">
        {desk.jurors.map(({ id, office }) => (
          <Link
            key={id}
            href={`${here}?juror=${id}` as Route}
            aria-current={id === juror ? 'page' : undefined}
            className={`link inline-flex min-h-12 items-center ${id === juror ? 'text-text underline underline-offset-8' : ''}`}
          >
            {office}
          </Link>
        ))}
      </nav>
      {seat && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,44rem)_22rem]">
          <Ballots
            ballots={desk.ballots}
            criteria={desk.criteria}
            chosen={entry}
            here={`${here}?juror=${seat.id}`}
          />
          {ballot && (
            <ReadingForm
              key={`${ballot.entry} ${ballot.reading}`}
              event={event}
              office={seat.office}
              juror={seat.id}
              ballot={ballot}
              criteria={desk.criteria}
            />
          )}
        </div>
      )}
    </>
  )
}
