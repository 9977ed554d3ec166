import { getTranslations } from 'next-intl/server'
import { Countdown } from '@/components/schedule/countdown'
import { Track } from '@/components/schedule/track'
import { ZonedTime } from '@/components/schedule/zoned-time'
import { Notice } from '@/components/ui/notice'
import { timely } from '@/domain/events/timetable'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import type { Project } from './own-team'

/** How long there is left, on the venue's clock and the reader's; after it, what the jury has. */
export async function Deadline({ found, project }: { found: FoundEvent; project: Project }) {
  const t = await getTranslations('submissions')
  const { event, facts } = found
  const at = now()
  if (timely('before-deadline', facts, at)) {
    const open = facts.phase === 'registration' || facts.phase === 'in-progress'
    const title = open ? t('over-title') : t('judging-title')
    return (
      <Notice title={title} kind={project.counting === null ? 'warn' : 'info'}>
        {project.counting === null ? t('over-without') : t('over-with', { version: project.counting })}
        {!open && ` ${t('judging-lead')}`}
      </Notice>
    )
  }
  const due = event.submissionsDueAt
  if (!due) return null
  const from = (event.registrationOpensAt ?? event.startsAt).getTime()
  const units = { days: t('days'), hours: t('hours'), minutes: t('minutes'), seconds: t('seconds') }
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-end justify-between gap-x-4">
        <Countdown until={due.getTime()} now={at.getTime()} units={units} />
        <p className="text-muted">{t('to-deadline')}</p>
      </div>
      <Track share={(at.getTime() - from) / (due.getTime() - from)} label={t('track')} />
      <ZonedTime
        instant={due}
        zone={event.timeZone}
        city={event.city}
        className="w-full justify-between text-sm"
      />
    </div>
  )
}
