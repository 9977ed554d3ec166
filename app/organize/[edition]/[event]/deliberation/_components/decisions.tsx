import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import type { Look } from '@/server/ranking/compute-ranking'
import type { RecordedDecision } from '@/server/ranking/decisions'

/** What was decided, by whom and why. */
export async function Decisions({
  look: { ranking, record, decisions, moot },
  open,
}: {
  look: Look
  open: boolean
}) {
  const t = await getTranslations('ranking')
  if (decisions.length + moot.length === 0) return null
  const name = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  const office = (id: string | null) => record.jurors.find((seat) => seat.id === id)?.office ?? '–'
  return (
    <Section title={t('decisions')} className="mt-4 border-t pt-6">
      <ul className="hairlines">
        {decisions.map((decision) => (
          <li key={decision.id} className="py-4">
            <Decided decision={decision} />
          </li>
        ))}
        {moot.map((decision) => (
          <li key={decision.id} className="grid gap-3 py-4">
            <Notice kind="warn" title={t('moot')}>
              {t(`moot-since.${decision.since}`)}
            </Notice>
            <Decided decision={decision} />
          </li>
        ))}
      </ul>
      {ranking.sealable && open && moot.length === 0 && (
        <p className="py-4 text-muted text-sm">{t('nothing-left')}</p>
      )}
    </Section>
  )

  function Decided({ decision: { kind, entries, by, reason, close } }: { decision: RecordedDecision }) {
    const teams = entries.map(name).join(', ')
    return (
      <div>
        <p className="font-semibold">
          {close ? t('order-close-done', { teams }) : t(`decided.${kind}`, { teams })}
        </p>
        <p className="text-muted text-sm">
          {office(by)} · {reason}
        </p>
      </div>
    )
  }
}
