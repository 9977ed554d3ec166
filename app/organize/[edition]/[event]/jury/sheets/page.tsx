import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Empty } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import { juryRecords } from '@/server/judging/jury-record'
import { sentenceOf } from '@/server/refusals'
import { EventHead } from '../../_components/event-head'
import { organizedEvent } from '../../organized-event'
import { linkOrigin } from '../link-origin'
import { BlankSheet } from './_components/blank-sheet'
import { PrintButton } from './_components/print-button'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paper'))('sheets') }
}

/** A blank sheet for each juror, for a hall whose network does not come back. On paper there is nothing but them. */
export default async function SheetsPage({ params }: PageProps<'/organize/[edition]/[event]/jury/sheets'>) {
  const found = await organizedEvent(params)
  const { event, actor, base } = found
  const closed = can(actor, 'seat-jurors', { event: found.facts }, now())
  const t = await getTranslations('paper')
  const seats = (await juryRecords(event.id)).flatMap((record) =>
    record.jurors.filter(({ seated, voting }) => seated && voting).map((seat) => ({ seat, record })),
  )
  const { origin } = await linkOrigin()
  return (
    <>
      <div className="print:hidden">
        <EventHead {...found} />
      </div>
      <main id="content" className="page py-8 print:p-0">
        <div className="grid justify-items-start gap-4 print:hidden">
          <Link href={`${base}/jury` as Route} className="tap link">
            {t('back')}
          </Link>
          <h1 className="font-semibold text-2xl">{t('sheets')}</h1>
          <p className="max-w-prose">{t('sheets-why')}</p>
          {seats.length > 0 && <PrintButton>{t('print')}</PrintButton>}
        </div>
        {closed && <Notice>{sentenceOf(closed)}</Notice>}
        {seats.length === 0 && <Empty title={(await getTranslations('organize.jury'))('none')} />}
        {seats.map(({ seat, record }) => (
          <BlankSheet
            key={seat.id}
            seat={seat}
            record={record}
            event={event.name}
            entryAddress={`${origin}${base}/jury/paper?juror=${seat.id}`}
          />
        ))}
      </main>
    </>
  )
}
