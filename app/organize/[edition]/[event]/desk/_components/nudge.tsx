import { getTranslations } from 'next-intl/server'
import { PressForm } from '../../_components/press-form'
import { nudge } from '../actions'

/** Whom the desk may remind. */
export interface Nudging {
  readonly event: string
  /** The jurors who owe a ballot. */
  readonly owing: ReadonlySet<string>
}

/** One press reminds one juror; beneath it stands when that was done last. */
export async function Nudge({
  event,
  juror,
  office,
  nudgedAt,
  at,
}: {
  event: string
  juror: string
  office: string
  /** ISO, UTC. */
  nudgedAt: string | null
  at: Date
}) {
  const t = await getTranslations('desk')
  return (
    <div className="shrink-0 text-right">
      <PressForm
        send={nudge}
        values={{ event, juror }}
        submit={
          <>
            {t('nudge')}
            <span className="sr-only"> {office}</span>
          </>
        }
        look="secondary"
        className="ml-auto px-4 text-sm"
      />
      {nudgedAt !== null && <NudgedAgo nudgedAt={nudgedAt} at={at} />}
    </div>
  )
}

/** One press reminds everybody who owes a ballot. */
export async function NudgeAll({ event, owing }: Nudging) {
  const t = await getTranslations('desk')
  return (
    <div className="border-t pt-3">
      <PressForm
        send={nudge}
        values={{ event }}
        submit={t('nudge-all', { count: owing.size })}
        look="secondary"
        className="justify-self-start text-sm"
      />
    </div>
  )
}

async function NudgedAgo({ nudgedAt, at }: { nudgedAt: string; at: Date }) {
  const t = await getTranslations('desk')
  const minutes = Math.max(0, Math.floor((at.getTime() - new Date(nudgedAt).getTime()) / 60_000))
  return (
    <p className="figures whitespace-nowrap py-0.5 text-muted text-xs">
      {t('nudged-ago', { minutes, hours: Math.floor(minutes / 60) })}
    </p>
  )
}
