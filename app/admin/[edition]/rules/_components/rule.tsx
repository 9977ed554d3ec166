import { getTranslations } from 'next-intl/server'
import { FieldForm } from '@/app/organize/[edition]/[event]/_components/field-form'
import { PressForm } from '@/app/organize/[edition]/[event]/_components/press-form'
import { longDayIn } from '@/components/schedule/clock'
import { Lock } from '@/components/ui/icons'
import type { EditionRules } from '@/server/editions/lock-queries'
import { LOCALE } from '@/server/messages'
import { lift, lock as putOn } from '../actions'
import { Standing } from './standing'

/** One rule: what it is about, whether it is locked and why, the locks before, and the owner's form. */
export async function Rule({
  rule: { rule, lock, before },
  values,
  edition,
  mayLock,
}: {
  rule: EditionRules['rules'][number]
  values: EditionRules['values']
  edition: string
  mayLock: boolean
}) {
  const t = await getTranslations('locks')
  const day = (at: Date) => longDayIn(at, 'UTC', LOCALE)
  const named = (name: string) => name || t('nobody')
  return (
    <section className="grid gap-x-12 gap-y-5 border-t py-7 lg:grid-cols-2" aria-labelledby={`rule-${rule}`}>
      <div className="grid content-start gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id={`rule-${rule}`} className="font-semibold text-lg">
            {t(`rule.${rule}`)}
          </h2>
          <p className={`caption flex items-center gap-2 ${lock ? 'font-semibold' : 'text-muted'}`}>
            {lock && <Lock className="size-3.5" aria-hidden="true" />}
            {lock ? t('locked', { version: lock.version }) : t('open')}
          </p>
        </div>
        <p className="max-w-prose text-muted">{t(`means.${rule}`)}</p>
        <Standing rule={rule} values={values} />
      </div>
      <div className="grid content-start gap-4">
        {lock && (
          <div className="border-primary border-l-4 pl-4">
            <p className="[overflow-wrap:anywhere]">{lock.reason}</p>
            <p className="mt-1 text-muted text-sm">
              {t('since', { day: day(lock.since), name: named(lock.by) })}
            </p>
          </div>
        )}
        {mayLock &&
          (lock ? (
            <PressForm
              send={lift}
              values={{ edition, rule }}
              submit={t('lift')}
              look="secondary"
              className="justify-self-start"
            />
          ) : (
            <details>
              <summary className="inline-flex min-h-12 items-center font-semibold text-primary">
                {t('lock')}
              </summary>
              <div className="pt-2">
                <FieldForm
                  send={putOn}
                  hidden={{ edition, rule }}
                  fields={[{ name: 'reason', label: t('reason'), hint: t('reason-hint'), wide: true }]}
                  submit={t('lock-do')}
                  columns=""
                />
              </div>
            </details>
          ))}
        {before.length > 0 && (
          <details>
            <summary className="inline-flex min-h-12 items-center font-semibold text-primary">
              {t('before', { count: before.length })}
            </summary>
            <ul className="hairlines border-t text-sm">
              {before.map(({ version, reason, since, by, lifted }) => (
                <li key={version} className="py-2.5">
                  <p className="[overflow-wrap:anywhere]">{reason}</p>
                  <p className="text-muted">
                    {t('before-line', {
                      version,
                      from: day(since),
                      to: lifted ? day(lifted.at) : '',
                      name: named(by),
                      lifter: named(lifted?.by ?? ''),
                    })}
                  </p>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  )
}
