import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Section } from '@/components/ui/section'
import type { Need } from '@/server/judging/needs'
import type { JurorProgress } from '@/server/judging/progress'
import { FieldForm } from '../../_components/field-form'
import { PressForm } from '../../_components/press-form'
import { absent, confirmToReopen } from '../actions'
import { Nudge, NudgeAll, type Nudging } from './nudge'

/** How many stand open; more would push the matrix off the screen. */
const FIRST = 3

/** What waits for somebody at the desk, the most urgent first, each with what can be done about it. */
export async function Needs({
  needs,
  event,
  base,
  example,
  nudging,
  jurors,
  at,
}: {
  needs: readonly Need[]
  event: string
  /** The event's address at the desk. */
  base: string
  example: boolean
  /** Null for who may not remind jurors. */
  nudging: Nudging | null
  jurors: readonly JurorProgress[]
  at: Date
}) {
  const t = await getTranslations('desk')
  const nudgeFor = (need: Need) => {
    if (need.kind !== 'marks' || !nudging?.owing.has(need.juror)) return null
    const { juror, office } = need
    const nudgedAt = jurors.find(({ id }) => id === juror)?.nudgedAt ?? null
    return <Nudge event={event} juror={juror} office={office} nudgedAt={nudgedAt} at={at} />
  }
  return (
    <Section title={t('needs', { count: needs.length })} caption={example ? t('example') : undefined}>
      {needs.length === 0 && <p className="py-4 text-muted">{t('needs-nothing')}</p>}
      <NeedList needs={needs.slice(0, FIRST)} from={1} event={event} base={base} nudgeFor={nudgeFor} />
      {needs.length > FIRST && (
        <details className="border-t pt-1">
          <summary className="link inline-flex min-h-12 items-center text-sm">
            {t('more-needs', { count: needs.length - FIRST })}
          </summary>
          <NeedList
            needs={needs.slice(FIRST)}
            from={FIRST + 1}
            event={event}
            base={base}
            nudgeFor={nudgeFor}
          />
        </details>
      )}
      {nudging && nudging.owing.size > 1 && <NudgeAll {...nudging} />}
    </Section>
  )
}

function NeedList({
  needs,
  from,
  event,
  base,
  nudgeFor,
}: {
  needs: readonly Need[]
  from: number
  event: string
  base: string
  nudgeFor: (need: Need) => ReactNode
}) {
  return (
    <ol className="divide-y" start={from}>
      {needs.map((need, index) => (
        <li key={`${need.kind} ${need.subject}`} className="flex gap-4 py-2.5">
          <span className="figures text-muted text-sm">{from + index}</span>
          <div className="min-w-0 flex-1">
            <NeedBody need={need} event={event} base={base} />
          </div>
          {nudgeFor(need)}
        </li>
      ))}
    </ol>
  )
}

async function NeedBody({ need, event, base }: { need: Need; event: string; base: string }) {
  const t = await getTranslations('desk')
  if (need.kind === 'reopening') {
    return (
      <>
        <p className="font-semibold">{t('need-reopening')}</p>
        <p className="text-muted text-sm">{need.reason}</p>
        <div className="mt-2 flex">
          <PressForm
            send={confirmToReopen}
            values={{ event }}
            submit={t('confirm-reopening')}
            look="secondary"
          />
        </div>
      </>
    )
  }
  if (need.kind === 'gate') {
    return (
      <>
        <p className="font-semibold">{t('need-gate', { team: need.team })}</p>
        <p className="text-muted text-sm">{t('need-gate-detail', { fail: need.fails, pass: need.passes })}</p>
      </>
    )
  }
  if (need.kind === 'prize') {
    return (
      <>
        <p className="font-semibold [overflow-wrap:anywhere]">
          {t('need-prize', { prize: need.prize, count: need.ballots })}
        </p>
        <p className="text-muted text-sm">{t('need-prize-detail', { offices: need.offices.join(', ') })}</p>
        <Link href={`${base}/jury/prizes` as Route} className="tap link inline-block text-sm">
          {t('open-prizes')}
        </Link>
      </>
    )
  }
  const { juror, office, sheets, marks } = need
  return (
    <>
      <p className="font-semibold">{t('need-marks', { juror: office, count: marks })}</p>
      <p className="text-muted text-sm">
        {sheets
          .slice(0, 3)
          .map(({ team, started }) => t(started ? 'sheet-begun' : 'sheet-closed', { team }))
          .join(', ')}
        {sheets.length > 3 && ` ${t('and-more', { count: sheets.length - 3 })}`}
      </p>
      <details className="open:mt-1">
        <summary className="link tap inline-block text-sm">{t('record-absent')}</summary>
        <div className="py-3">
          <FieldForm
            send={absent}
            hidden={{ event, juror }}
            fields={[
              {
                name: 'entry',
                label: t('which-sheet'),
                options: [
                  { value: '', label: t('all-open', { count: sheets.length }) },
                  ...sheets.map(({ entry, team }) => ({ value: entry, label: team })),
                ],
              },
              { name: 'reason', label: t('reason'), hint: t('reason-hint') },
            ]}
            submit={t('record-absent')}
            look="secondary"
            columns=""
          />
        </div>
      </details>
    </>
  )
}
