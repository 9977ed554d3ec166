import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { StandIn as Shown } from '@/server/ranking/stand-in'
import { EventHead } from '../../_components/event-head'
import { DecisionForm } from './decision-form'

/** What a juror decides where the president must not: the teams in question, and nothing of the ranking. */
export async function StandIn({ shown: { found, questions, decisions, teams, presided } }: { shown: Shown }) {
  const t = await getTranslations('ranking')
  const name = (entry: string) => teams[entry] ?? ''
  const list = (entries: readonly string[]) => entries.map(name).join(', ')
  return (
    <>
      <EventHead {...found} />
      <main id="content" className="page max-w-3xl py-8">
        <h1 className="display-3 mb-6">{t('stand-in')}</h1>
        <Notice>{t(presided ? 'stand-in-conflict' : 'stand-in-presidentless')}</Notice>
        <ul className="mt-4 hairlines">
          {questions.map(({ entries, gate }) => (
            <li key={entries.join()} className="py-4">
              <p className="font-semibold">
                {t(gate ? 'question-gate' : 'question-tie', { teams: list(entries) })}
              </p>
              <DecisionForm event={found.event.id} entries={entries} gate={gate} name={name} />
            </li>
          ))}
          {decisions.map(({ id, kind, entries, reason }) => (
            <li key={id} className="py-4">
              <p className="font-semibold">{t(`decided.${kind}`, { teams: list(entries) })}</p>
              <p className="text-muted text-sm">{reason}</p>
            </li>
          ))}
        </ul>
      </main>
    </>
  )
}
