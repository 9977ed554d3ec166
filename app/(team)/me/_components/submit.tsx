import { getLocale, getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import { currentActor } from '@/server/session'
import { FieldsForm } from '../../_components/fields-form'
import { submit } from '../../actions'
import type { Project, Team } from './own-team'

/** Hands the draft in, says how it stands, and shows a receipt for each version. */
export async function Submit({ found, team, project }: { found: FoundEvent; team: Team; project: Project }) {
  const t = await getTranslations('submissions')
  const locale = await getLocale()
  const { event, facts } = found
  const no = can(await currentActor(), 'submit', { event: facts, team: team.id }, now())
  const at = (instant: Date) =>
    `${dayIn(instant, event.timeZone, locale)}, ${clockIn(instant, event.timeZone, locale)} ${event.city}`
  const toTheSecond = (instant: Date) =>
    `${new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23', timeZone: event.timeZone }).format(instant)} ${event.city}`
  const last = project.receipts.at(-1)
  const until = event.submissionsDueAt ? at(event.submissionsDueAt) : t('no-deadline')
  return (
    <>
      {project.receipts.length > 0 && (
        <details className="border-t" open={!!no}>
          <summary className="flex min-h-12 items-center font-semibold">{t('receipts')}</summary>
          <ol className="hairlines border-b-0">
            {project.receipts.toReversed().map(({ version, submittedAt, digest, begunAt, lateReason }) => (
              <li key={version} className="py-3">
                <p className="font-semibold">{t('submitted', { version })}</p>
                <p className="text-muted text-sm">
                  {t('submitted-at', { at: at(submittedAt) })}
                  {version === project.counting && ` · ${t('counts')}`}
                  {begunAt && ` · ${t('begun', { at: toTheSecond(begunAt) })}`}
                </p>
                {lateReason && <p className="text-sm">{t('taken-late', { reason: lateReason })}</p>}
                <p className="figures break-all text-muted text-xs">{t('digest', { digest })}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
      {!no && !team.withdrawn && (
        <div className="sticky bottom-0 -mx-4 border-t bg-surface px-4 py-3 sm:static sm:mx-0 sm:rounded-lg sm:border sm:p-5">
          {project.changed ? (
            <FieldsForm
              key={last?.version ?? 0}
              send={submit}
              given={{ entry: team.entry }}
              submit={t('submit', { version: (last?.version ?? 0) + 1 })}
              wide
            >
              <p className="-mt-2 text-center text-muted text-sm">
                {project.missing.length > 0
                  ? t('draft-missing', { count: project.missing.length, until })
                  : t('draft-changed', { until })}
              </p>
            </FieldsForm>
          ) : (
            <div className="grid gap-1 text-center" role="status">
              <p className="font-semibold text-success">{t('submitted', { version: last?.version ?? 0 })}</p>
              <p className="text-muted text-sm">
                {t('draft-unchanged', { version: last?.version ?? 0, until })}
              </p>
            </div>
          )}
        </div>
      )}
    </>
  )
}
