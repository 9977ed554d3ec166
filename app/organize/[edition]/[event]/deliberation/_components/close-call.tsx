import { getTranslations } from 'next-intl/server'
import { isSameGroup } from '@/domain/ranking/decisions'
import type { Look } from '@/server/ranking/compute-ranking'
import { deciderFor } from '@/server/ranking/may-decide'
import { CloseCallForm } from './close-call-form'

/** The entries too close to call, to be put in order with a reason by the juror whose decision it is. */
export async function CloseCall({
  look: { record, ranking, found, decisions },
  entries,
  juror,
}: {
  look: Look
  entries: readonly string[]
  juror: string | undefined
}) {
  const t = await getTranslations('ranking')
  const decider = deciderFor(record, entries)
  const office = record.jurors.find(({ id }) => id === decider)?.office ?? '–'
  if (juror === undefined || decider !== juror) {
    const isDecided = decisions.some((made) => made.close && isSameGroup(made.entries, entries))
    const presides = record.jurors.some(({ id, president }) => president && id === juror)
    const said = isDecided ? 'order-close-decided' : presides ? 'order-close-instead' : 'order-close-with'
    return <p className="mt-2 text-muted text-sm">{t(said, { juror: office })}</p>
  }
  const name = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  const asRanked = ranking.ranking.filter(({ entry }) => entries.includes(entry))
  const places = asRanked.map(({ entry, rank }) => ({ label: t('goes-at', { place: rank }), value: entry }))
  const teams = asRanked.map(({ entry }) => ({ value: entry, label: name(entry) }))
  return (
    <details className="mt-4 border-t pt-3">
      <summary className="flex min-h-12 cursor-pointer items-center font-semibold text-text">
        {t('order-close', { count: entries.length })}
      </summary>
      <p className="mb-4 text-muted text-sm">{t('order-close-text')}</p>
      <CloseCallForm event={found.event.id} places={places} teams={teams} />
    </details>
  )
}
