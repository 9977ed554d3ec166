import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { Look } from '@/server/ranking/compute-ranking'
import { deciderFor } from '@/server/ranking/may-decide'
import { openQuestions } from '@/server/ranking/open-questions'
import { DecisionForm } from './decision-form'

/** What is still to be decided, and by whom: it stands before the ranking, because it may change it. */
export async function Questions({ look, juror }: { look: Look; juror: string | undefined }) {
  const t = await getTranslations('ranking')
  const { record, found } = look
  const questions = openQuestions(look)
  if (questions.length === 0) return null
  const name = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  const office = (id: string | null) => record.jurors.find((seat) => seat.id === id)?.office ?? '–'
  return (
    <Section title={t('questions', { count: questions.length })} className="mb-8">
      <ul className="hairlines">
        {questions.map(({ about, entries }) => {
          const decider = deciderFor(record, entries)
          const teams = entries.map(name).join(', ')
          return (
            <li key={entries.join()} className="py-4">
              <p className="font-semibold">{t(`question.${about}`, { teams })}</p>
              {decider === juror && juror !== undefined ? (
                <DecisionForm event={found.event.id} about={about} entries={entries} name={name} />
              ) : (
                <p className="text-muted text-sm">{t('decided-with', { juror: office(decider) })}</p>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
