import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { can } from '@/domain/access/can'
import { hasReached } from '@/domain/events/phases'
import { snapshotOf } from '@/domain/publishing/snapshot'
import { isRefusal } from '@/domain/refusal'
import { now } from '@/server/clock'
import { companionOrNone } from '@/server/ranking/companion'
import { computeRanking, type Look } from '@/server/ranking/compute-ranking'
import { digestOf } from '@/server/ranking/digest'
import { juryPlace } from '@/server/ranking/jury-place'
import { mayDecide } from '@/server/ranking/may-decide'
import { standIn } from '@/server/ranking/stand-in'
import { currentActor } from '@/server/session'
import { deskPage } from '../_components/desk-page'
import { OrganizerPage } from '../_components/organizer-page'
import { OwnBallotsFirst } from '../_components/own-ballots-first'
import { SealedFiles } from '../_components/sealed-files'
import { Apart } from './_components/apart'
import { Awards } from './_components/awards'
import { CloseCall } from './_components/close-call'
import { Decisions } from './_components/decisions'
import { DeliberationBanner } from './_components/deliberation-banner'
import { Gates } from './_components/gates'
import { Questions } from './_components/questions'
import { RankTable } from './_components/rank-table'
import { Robustness } from './_components/robustness'
import { Seal } from './_components/seal'
import { SetAsides } from './_components/set-asides'
import { Severities } from './_components/severities'
import { StandIn } from './_components/stand-in'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ranking'))('title') }
}

/**
 * The president's deliberation: who leads and why, what blocks, what is to be decided, and the seal. A juror who stands
 * in for the president finds the question that is theirs.
 */
export default async function DeliberationPage({
  params,
  searchParams,
}: PageProps<'/organize/[edition]/[event]/deliberation'>) {
  const address = await params
  const standing = await standIn(await currentActor(), address)
  if (!isRefusal(standing)) return <StandIn shown={standing} />
  const found = await deskPage(address, 'deliberation', 'see-desk')
  const { actor } = found
  const t = await getTranslations('ranking')
  const look = await computeRanking(actor, { event: found.event.id })
  if (isRefusal(look)) {
    if (look.code !== 'condition-see-ranking') notFound()
    return (
      <OrganizerPage found={found} place="deliberation" title={t('title')}>
        <OwnBallotsFirst found={found} refusal={look} />
      </OrganizerPage>
    )
  }
  const { ranking, record, input, awards } = look
  const companion = await companionOrNone(look)
  const digest = digestOf(snapshotOf(found.event.id, input, ranking, awards))
  const place = juryPlace(actor, found, record)
  const maySeal = can(actor, 'seal-result', place, now()) === null
  const open = !hasReached(found.facts.phase, 'sealed')
  const { ballot } = await searchParams
  const mayDecideOn = (entry: string) => mayDecide(actor, found, record, [entry]) === null
  return (
    <OrganizerPage found={found} place="deliberation">
      <div className="page grid grid-cols-[minmax(0,1fr)] xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="min-w-0 py-6 xl:border-r xl:pr-4">
          <Title look={look} />
          {open && <Questions look={look} juror={place.juror} />}
          <DeliberationBanner
            look={look}
            companion={companion}
            order={open ? (entries) => <CloseCall look={look} entries={entries} juror={place.juror} /> : null}
          />
          <RankTable look={look} companion={companion} />
          <Apart look={look} />
          <Awards awards={awards} />
          <Decisions look={look} open={open} />
          <SetAsides
            look={look}
            chosen={typeof ballot === 'string' ? ballot : undefined}
            mayDecide={mayDecideOn}
          />
        </div>
        <aside className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start divide-y max-xl:border-t xl:pl-7">
          <Robustness look={look} companion={companion} />
          <Severities look={look} companion={companion} />
          <Gates look={look} />
          <Seal
            event={found.event.id}
            digest={digest}
            sealable={ranking.sealable}
            maySeal={maySeal}
            open={open}
          />
          {!open && (
            <div className="py-6">
              <SealedFiles edition={found.edition.slug} event={found.event.slug} />
            </div>
          )}
        </aside>
      </div>
    </OrganizerPage>
  )
}

async function Title({ look: { ranking, record, found } }: { look: Look }) {
  const t = await getTranslations('ranking')
  const [first, second] = ranking.ranking
  const nameOf = (entry: string | undefined) => record.entries.find(({ id }) => id === entry)?.team.name ?? ''
  const counted = ranking.ranking.reduce((sum, { n }) => sum + n, 0)
  const lead = first && second ? first.score - second.score : 0
  const title = !first
    ? t('nobody')
    : !second
      ? t('alone', { team: nameOf(first.entry) })
      : first.decidedBy === 'deliberation'
        ? t('put-first', { team: nameOf(first.entry) })
        : first.rank === second.rank
          ? t('tied', { team: nameOf(first.entry), other: nameOf(second.entry) })
          : t('leads', { team: nameOf(first.entry), lead: lead.toFixed(2) })
  const slots = found.event.parentId === null ? 0 : found.event.promotionSlots
  return (
    <header className="pb-6">
      <h1 className="display-2">{title}</h1>
      <div className="mt-3 flex flex-wrap justify-between gap-x-6 gap-y-1">
        <p className="text-muted">
          {t(hasReached(found.facts.phase, 'sealed') ? 'counted-sealed' : 'counted', { count: counted })}
        </p>
        {slots > 0 && <p className="caption text-gold">◇ {t('places', { count: slots })}</p>}
      </div>
    </header>
  )
}
