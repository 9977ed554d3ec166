import { getTranslations } from 'next-intl/server'
import { MarkGlyph, type MarkState } from '@/components/score/mark-glyph'
import { MarkLegend } from '@/components/score/mark-legend'
import type { RecordedEntry } from '@/server/judging/jury-record'
import type { JurorProgress } from '@/server/judging/progress'
import { LastSeen } from './last-seen'
import { Nudge, type Nudging } from './nudge'

const OFF = { state: 'off', given: 0 } as const

/** Juror × team: shape and letter for each ballot, how many are sent, and when the juror was last seen. */
export async function JuryMatrix({
  jurors,
  entries,
  perBallot,
  at,
  nudging,
}: {
  jurors: readonly JurorProgress[]
  entries: readonly RecordedEntry[]
  /** Marks a complete ballot holds. */
  perBallot: number
  at: Date
  /** Null for who may not remind jurors. */
  nudging: Nudging | null
}) {
  const t = await getTranslations('desk')
  const words = await getTranslations('look')
  const used = new Set<MarkState>(
    jurors.flatMap(({ cells }) => entries.map(({ id }) => (cells[id] ?? OFF).state)),
  )
  return (
    <>
      <section
        className="relative overflow-x-auto"
        aria-label={t('matrix')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="w-full border-collapse">
          <thead>
            <tr className="border-b align-bottom">
              <th scope="col" className="sticky left-0 z-10 bg-bg py-2 pr-4 text-left">
                <span className="caption block max-w-36 font-normal text-muted">
                  {t('jurors', { count: jurors.length })}
                </span>
              </th>
              {entries.map(({ id, team, order, withdrawn }) => (
                <th key={id} scope="col" className="min-w-8.5 px-0.5 pt-3 pb-2 font-medium text-sm">
                  <span
                    className={`mx-auto block max-h-40 overflow-hidden text-ellipsis whitespace-nowrap [writing-mode:sideways-lr] ${withdrawn ? 'text-muted line-through' : ''}`}
                  >
                    {team.name}
                  </span>
                  <span className="figures mt-2 block text-center font-normal text-muted text-xs">
                    {order ?? '–'}
                  </span>
                </th>
              ))}
              <th scope="col" className="caption px-3 py-2 text-left font-normal text-muted">
                {t('sent')}
              </th>
              <th
                scope="col"
                className="caption whitespace-nowrap px-3 py-2 text-left font-normal text-muted"
              >
                {t('last-seen')}
              </th>
              {nudging && (
                <td>
                  <span className="sr-only">{t('reminders')}</span>
                </td>
              )}
            </tr>
          </thead>
          <tbody>
            {jurors.map(({ id, office, sent, expected, lastSeenAt, waiting, nudgedAt, cells }) => (
              <tr key={id} className="border-b">
                <th
                  scope="row"
                  className="sticky left-0 z-10 max-w-32 bg-bg py-2 pr-4 text-left font-semibold text-sm sm:max-w-none sm:whitespace-nowrap"
                >
                  {office}
                </th>
                {entries.map(({ id: entry, team }) => {
                  const { state, given } = cells[entry] ?? OFF
                  const label = `${team.name}: ${words(`marks.${state}`)}`
                  return (
                    <td key={entry} className="h-9.5 text-center leading-none" title={label}>
                      <MarkGlyph
                        state={state}
                        share={perBallot === 0 ? 0 : given / perBallot}
                        label={label}
                      />
                    </td>
                  )
                })}
                <td className="figures whitespace-nowrap px-3 text-sm">
                  <span className="font-semibold">{sent}</span>
                  <span className="text-muted">/{expected}</span>
                </td>
                <td className="px-3">
                  <LastSeen seen={lastSeenAt} at={at} />
                  {waiting > 0 && (
                    <span className="block whitespace-nowrap text-sm text-warn">
                      {t('waiting', { count: waiting })}
                    </span>
                  )}
                </td>
                {nudging && (
                  <td className="py-0.5">
                    {nudging.owing.has(id) && (
                      <Nudge event={nudging.event} juror={id} office={office} nudgedAt={nudgedAt} at={at} />
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="py-5 lg:pl-52">
        <MarkLegend states={ORDER.filter((state) => used.has(state))} />
      </div>
    </>
  )
}

const ORDER: readonly MarkState[] = [
  'sent',
  'complete',
  'part',
  'unopened',
  'conflict',
  'recused',
  'absent',
  'set-aside',
  'off',
]
