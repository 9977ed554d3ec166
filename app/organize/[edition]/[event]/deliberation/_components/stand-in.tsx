import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { RecordedDecision } from '@/server/ranking/decisions'
import type { StandIn as Shown } from '@/server/ranking/stand-in'
import { EventHead } from '../../_components/event-head'
import { CloseCallForm } from './close-call-form'
import { DecisionForm } from './decision-form'

/** What a juror decides where the president must not: the teams in question, and nothing of the ranking. */
export async function StandIn({
  shown: { found, questions, decisions, moot, teams, presided },
}: {
  shown: Shown
}) {
  const t = await getTranslations('ranking')
  const name = (entry: string) => teams[entry] ?? ''
  const list = (entries: readonly string[]) => entries.map(name).join(', ')
  const event = found.event.id
  return (
    <>
      <EventHead {...found} />
      <main id="content" className="page max-w-3xl py-8">
        <h1 className="display-3 mb-6">{t('stand-in')}</h1>
        <Notice>{t(presided ? 'stand-in-conflict' : 'stand-in-presidentless')}</Notice>
        <ul className="mt-4 hairlines">
          {questions.map(({ about, entries }) => (
            <li key={`${about} ${entries.join()}`} className="py-4">
              <p className="font-semibold">{t(`question.${about}`, { teams: list(entries) })}</p>
              {about === 'close-call' ? (
                <CloseOrder entries={entries} />
              ) : (
                <DecisionForm event={event} about={about} entries={entries} name={name} />
              )}
            </li>
          ))}
          {decisions.map((decision) => (
            <li key={decision.id} className="py-4">
              <Decided decision={decision} />
            </li>
          ))}
          {moot.map((decision) => (
            <li key={decision.id} className="grid gap-3 py-4">
              <Notice kind="warn" title={t('moot')}>
                {t('moot-since.ballots')}
              </Notice>
              <Decided decision={decision} />
            </li>
          ))}
        </ul>
      </main>
    </>
  )

  /** No team stands at a place yet: what the ballots make of them is not this juror's to see. */
  function CloseOrder({ entries }: { entries: readonly string[] }) {
    const count = entries.length
    const places = entries.map((_, at) => ({ label: t('goes-at-of', { place: at + 1, count }), value: '' }))
    const chosen = entries.map((entry) => ({ value: entry, label: name(entry) }))
    return (
      <>
        <p className="mt-1 mb-4 max-w-2xl text-muted text-sm">{t('close-call-may')}</p>
        <div className="max-w-2xl">
          <CloseCallForm
            event={event}
            places={places}
            teams={[{ value: '', label: t('choose-team') }, ...chosen]}
          />
        </div>
      </>
    )
  }

  function Decided({ decision: { kind, entries, reason, close } }: { decision: RecordedDecision }) {
    const teams = list(entries)
    return (
      <div>
        <p className="font-semibold">
          {close ? t('order-close-done', { teams }) : t(`decided.${kind}`, { teams })}
        </p>
        <p className="text-muted text-sm">{reason}</p>
      </div>
    )
  }
}
