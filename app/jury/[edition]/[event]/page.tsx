import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Caption } from '@/components/ui/caption'
import { isRefusal } from '@/domain/refusal'
import { readMessages } from '@/messages/read'
import { now, realNow } from '@/server/clock'
import { awardsWithJury } from '@/server/judging/award-juries'
import { type OwnSheet, ownSheet } from '@/server/judging/queries'
import { LOCALE } from '@/server/messages'
import { isStandIn } from '@/server/ranking/stand-in'
import { currentActor } from '@/server/session'
import { Sheet } from './_components/sheet'
import type { SheetData } from './_components/sheet-data'
import { declare } from './actions'

type Place = { params: Promise<{ edition: string; event: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('judging.page')
  return { title: t('title'), robots: { index: false } }
}

/** The juror's screen. Whoever holds no seat in this jury is told that there is nothing here. */
export default async function JuryPage({ params }: Place) {
  const address = await params
  const actor = await currentActor()
  // Before the sheet is read: what is answered meanwhile is newer than this page.
  const madeAt = realNow().getTime()
  const sheet = await ownSheet(actor, address)
  if (isRefusal(sheet)) {
    if (sheet.code !== 'sign-in') notFound()
    redirect(`/sign-in?next=${encodeURIComponent(`/jury/${address.edition}/${address.event}`)}`)
  }
  const t = await getTranslations('judging.page')
  const { found, seat } = sheet
  const award = (await awardsWithJury(found.event.id)).find(({ id }) => id === seat.award)
  const caption = [award?.name ?? t('jury'), found.event.name, found.event.exampleData && t('example')]
    .filter(Boolean)
    .join(' · ')
  const { phase } = found.facts
  const scoring = !['draft', 'registration', 'in-progress'].includes(phase)
  if (!seat.voting) return <Nothing {...{ caption, seat }} title={t('honorary')} text={t('honoraryText')} />
  if (!scoring)
    return <Nothing {...{ caption, seat }} title={t('before')} text={t('beforeText', { phase })} />
  if (sheet.entries.length === 0) {
    return <Nothing {...{ caption, seat }} title={t('unassigned')} text={t('unassignedText')} />
  }
  const data = dataOf(sheet, caption, `/jury/${address.edition}/${address.event}`, madeAt)
  return (
    <>
      {(await isStandIn(actor, address)) && (
        <p className="page py-3">
          <Link href={`/organize/${address.edition}/${address.event}/deliberation`} className="tap link">
            {t('standIn')}
          </Link>
        </p>
      )}
      <Sheet data={data} words={readMessages(LOCALE).judging.sheet} declare={declare.bind(null, address)} />
    </>
  )
}

function Nothing({
  caption,
  seat,
  title,
  text,
}: {
  caption: string
  seat: OwnSheet['seat']
  title: string
  text: string
}) {
  return (
    <main id="content" className="page max-w-3xl py-12">
      <Caption>{caption}</Caption>
      <p className="mt-2 font-semibold text-lg">{seat.office}</p>
      <h1 className="display-3 mt-6">{title}</h1>
      <p className="mt-3">{text}</p>
    </main>
  )
}

/** What the island is given: of the sheet only what it shows, and no person's name. */
function dataOf(
  { found, seat, criteria, entries, never, marks, notes, reminder }: OwnSheet,
  caption: string,
  page: string,
  madeAt: number,
) {
  const listed = [...entries, ...never].sort(
    (a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || a.team.localeCompare(b.team),
  )
  const own = new Set(entries.map(({ entry }) => entry))
  return {
    juror: seat.juror,
    office: seat.office,
    caption,
    page,
    api: `/api/v1${page}`,
    closed: found.facts.phase !== 'judging',
    now: now().getTime(),
    madeAt,
    zone: found.event.timeZone,
    criteria,
    entries: listed.map(({ entry, order, team, institution, title, challenge, conflict, setAside }) => ({
      entry,
      order,
      team,
      institution,
      about: title ?? challenge,
      conflict,
      setAside,
    })),
    marks: marks
      .filter(({ entry }) => own.has(entry))
      .map(({ id, entry, criterion, value }) => ({ id, entry, criterion, value })),
    ballots: entries.map(({ entry, status, reason }) => ({ entry, status: status ?? 'draft', reason })),
    notes,
    reminder: reminder && { at: reminder.at },
  } satisfies SheetData
}
