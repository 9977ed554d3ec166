import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { Look } from '@/server/ranking/compute-ranking'
import { deciderFor } from '@/server/ranking/may-decide'
import { openQuestions } from '@/server/ranking/open-questions'
import { DecisionForm } from './decision-form'

/** What is to be decided, by whom, and what was decided with its reason. */
export async function Decisions({
  look,
  juror,
  open,
}: {
  look: Look
  juror: string | undefined
  open: boolean
}) {
  const t = await getTranslations('ranking')
  const { ranking, record, decisions, found } = look
  const name = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  const office = (id: string | null) => record.jurors.find((seat) => seat.id === id)?.office ?? '–'
  const questions = open ? openQuestions(look) : []
  if (questions.length === 0 && decisions.length === 0) return null
  return (
    <Section title={t('decisions')} className="mt-4 border-t pt-6">
      <ul className="divide-y">
        {questions.map(({ entries, gate }) => {
          const decider = deciderFor(record, entries)
          const teams = entries.map(name).join(', ')
          return (
            <li key={entries.join()} className="py-4">
              <p className="font-semibold">{t(gate ? 'question-gate' : 'question-tie', { teams })}</p>
              {decider === juror && juror !== undefined ? (
                <DecisionForm event={found.event.id} entries={entries} gate={gate} name={name} />
              ) : (
                <p className="text-muted text-sm">{t('decided-with', { juror: office(decider) })}</p>
              )}
            </li>
          )
        })}
        {decisions.map(({ id, kind, entries, reason, by }) => (
          <li key={id} className="py-4">
            <p className="font-semibold">{t(`decided.${kind}`, { teams: entries.map(name).join(', ') })}</p>
            <p className="text-muted text-sm">
              {office(by)} · {reason}
            </p>
          </li>
        ))}
      </ul>
      {ranking.sealable && open && <p className="pb-4 text-muted text-sm">{t('nothing-left')}</p>}
    </Section>
  )
}
