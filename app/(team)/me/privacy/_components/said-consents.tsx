import { getLocale, getTranslations } from 'next-intl/server'
import { clockIn } from '@/components/schedule/clock'
import { isRefusal } from '@/domain/refusal'
import type { FoundEvent } from '@/server/events/find-event'
import { consentHistory } from '@/server/registration/consent-history'
import { ownRegistration } from '@/server/registration/queries'
import { currentActor } from '@/server/session'
import { FieldsForm } from '../../../_components/fields-form'
import { consentQuestions } from '../../../_components/own-questions'
import { answerConsents } from '../../../actions'
import { Guardian } from './guardian'

/** The questions of one event as they are answered now, and every answer there was. */
export async function SaidConsents({ found: { event } }: { found: FoundEvent }) {
  const t = await getTranslations('privacy')
  const actor = await currentActor()
  const locale = await getLocale()
  const registration = await ownRegistration(actor, event.id)
  const all = await consentHistory(actor)
  const said = isRefusal(all) ? [] : all.filter((one) => one.event === event.id)
  const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...{ timeZone: event.timeZone, dateStyle: 'medium' },
  })
  return (
    <div className="grid gap-4 py-5">
      <h3 className="font-semibold">{event.name}</h3>
      <FieldsForm
        key={JSON.stringify(registration?.consents)}
        send={answerConsents}
        given={{ event: event.id }}
        questions={await consentQuestions(registration?.consents)}
        submit={(await getTranslations('registration'))('save-consents')}
        look="secondary"
      />
      {said.length > 0 && (
        <details>
          <summary className="flex min-h-12 items-center text-muted">
            {t('history', { count: said.length })}
          </summary>
          <ol className="hairlines border-t">
            {said.map(({ id, purpose, given, at }) => (
              <li
                key={id}
                className="grid grid-cols-[minmax(0,1fr)_3rem] gap-x-4 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)_3rem]"
              >
                <time
                  dateTime={at.toISOString()}
                  className="col-span-2 text-muted text-sm tabular-nums sm:col-span-1"
                >
                  {day.format(at)}, {clockIn(at, event.timeZone, locale)}
                </time>
                <span>{t(`said-${purpose}`)}</span>
                <span className="text-right font-semibold">{t(given ? 'yes' : 'no')}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {registration && registration.state !== 'withdrawn' && <Guardian event={event.id} />}
    </div>
  )
}
