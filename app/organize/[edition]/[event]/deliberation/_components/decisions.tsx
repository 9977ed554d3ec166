import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { Look } from '@/server/ranking/compute-ranking'

/** What was decided, by whom and why. */
export async function Decisions({
  look: { ranking, record, decisions },
  open,
}: {
  look: Look
  open: boolean
}) {
  const t = await getTranslations('ranking')
  if (decisions.length === 0) return null
  const name = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  const office = (id: string | null) => record.jurors.find((seat) => seat.id === id)?.office ?? '–'
  return (
    <Section title={t('decisions')} className="mt-4 border-t pt-6">
      <ul className="hairlines">
        {decisions.map(({ id, kind, entries, reason, by }) => (
          <li key={id} className="py-4">
            <p className="font-semibold">{t(`decided.${kind}`, { teams: entries.map(name).join(', ') })}</p>
            <p className="text-muted text-sm">
              {office(by)} · {reason}
            </p>
          </li>
        ))}
      </ul>
      {ranking.sealable && open && <p className="py-4 text-muted text-sm">{t('nothing-left')}</p>}
    </Section>
  )
}
