import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import type { FoundEvent } from '@/server/events/find-event'
import type { missingBallots } from '@/server/judging/missing-ballots'
import { signaturesBySeat } from '@/server/judging/signatures'
import { FieldForm } from '../../_components/field-form'
import { PressForm } from '../../_components/press-form'
import { askToReopen, close } from '../actions'

type Missing = ReturnType<typeof missingBallots>

/** Where scoring stands: what is missing before it closes, or what follows once it has. */
export async function Closing({
  found,
  missing,
  prizesMissing,
}: {
  found: FoundEvent
  /** Of the event's own jury. */
  missing: Missing
  /** Of the juries of special prizes, which keep scoring open too. */
  prizesMissing: Missing
}) {
  const t = await getTranslations('desk')
  const { event, edition, facts } = found
  const address = `/organize/${edition.slug}/${event.slug}`
  if (facts.phase === 'judging')
    return (
      <>
        <Open event={event.id} missing={missing} prizesMissing={prizesMissing} address={address} />
        <Signed event={event.id} />
      </>
    )
  if (facts.phase === 'deliberation') {
    return (
      <>
        <h2 className="font-semibold text-lg">{t('closed')}</h2>
        <p className="mt-1 text-muted">{t('closed-what')}</p>
        <ButtonLink href={`${address}/deliberation` as Route} className="my-4">
          {t('open-deliberation')}
        </ButtonLink>
        <Signed event={event.id} />
        <details>
          <summary className="link inline-flex min-h-12 items-center text-sm">{t('ask-reopening')}</summary>
          <div className="py-3">
            <FieldForm
              send={askToReopen}
              hidden={{ event: event.id }}
              fields={[{ name: 'reason', label: t('reason'), hint: t('two-people') }]}
              submit={t('ask-reopening')}
              done={t('reopening-asked')}
              look="secondary"
              columns=""
            />
          </div>
        </details>
      </>
    )
  }
  return (
    <>
      <h2 className="font-semibold text-lg">{t('sealed')}</h2>
      <ButtonLink href={`${address}/publish` as Route} className="my-4">
        {t('open-publish')}
      </ButtonLink>
    </>
  )
}

async function Open({
  event,
  missing,
  prizesMissing,
  address,
}: {
  event: string
  missing: Missing
  prizesMissing: Missing
  address: string
}) {
  const t = await getTranslations('desk')
  const all = [...missing, ...prizesMissing]
  const waiting = new Map<string, string[]>()
  for (const { office, team } of all) waiting.set(office, [...(waiting.get(office) ?? []), team])
  const complete = all.length === 0
  return (
    <>
      <h2 className="font-semibold text-lg">
        {complete ? t('ready-to-close') : t('not-ready', { count: all.length })}
      </h2>
      {complete ? (
        <p className="mt-1 text-muted">{t('ready-what')}</p>
      ) : (
        <ul className="my-3 text-sm">
          {[...waiting].map(([office, teams]) => (
            <li
              key={office}
              className="grid grid-cols-[minmax(0,10rem)_minmax(0,1fr)_1.5rem] items-baseline gap-x-3 py-0.5"
            >
              <span className="truncate font-semibold" title={office}>
                {office}
              </span>
              <span className="truncate text-muted" title={teams.join(', ')}>
                {teams.join(', ')}
              </span>
              <span className="figures text-right">{teams.length}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap items-start gap-3">
        {missing.length > 0 && (
          <ButtonLink look="secondary" href={`${address}/desk/blockers` as Route} prefetch={false}>
            {t('weigh')}
          </ButtonLink>
        )}
        <PressForm
          send={close}
          values={{ event }}
          submit={t('close-scoring')}
          look={complete ? 'primary' : 'secondary'}
        />
      </div>
    </>
  )
}

/** Who has signed the own sheet. Nothing waits for it: the wet signature under the minutes is the jury's word. */
async function Signed({ event }: { event: string }) {
  const t = await getTranslations('desk')
  const seats = await signaturesBySeat(event)
  const open = seats.filter(({ signedAt }) => signedAt === null).map(({ office }) => office)
  return (
    <p className="mt-3 text-muted text-sm">
      {t('signed-count', { signed: seats.length - open.length, seats: seats.length })}
      {open.length > 0 && open.length < seats.length && `. ${t('signed-open', { offices: open.join(', ') })}`}
    </p>
  )
}
