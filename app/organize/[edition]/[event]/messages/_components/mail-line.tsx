import { getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { Chip } from '@/components/ui/chip'
import type { LoggedMail } from '@/server/messages-to-people/queries'

const LOOKS = {
  waiting: 'quiet',
  retrying: 'warn',
  sent: 'success',
  unsure: 'warn',
  'given-up': 'danger',
} as const

/** One mail of the log: when, to whom, what it was, and what became of it. */
export async function MailLine({ mail, zone }: { mail: LoggedMail; zone: string }) {
  const t = await getTranslations('messagesToPeople')
  const { at, to, guardianOf, template, subject, state } = mail
  const reason = await reasonOf(mail, zone)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-5 gap-y-1 border-b py-2.5 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1.4fr)_8rem]">
      <time dateTime={at.toISOString()} className="figures text-muted text-sm">
        {dayIn(at, zone)}, {clockIn(at, zone)}
      </time>
      <span className="sm:order-last">
        <Chip look={LOOKS[state]}>{t(`states.${state}`)}</Chip>
      </span>
      <span className="col-span-2 [overflow-wrap:anywhere] sm:col-span-1">
        {guardianOf === null ? to : t('guardian-of', { student: guardianOf })}
      </span>
      <span className="col-span-2 text-muted [overflow-wrap:anywhere] sm:col-span-1">
        {subject ?? t(`templates.${template}`)}
        {reason && <span className="block text-sm text-warn">{reason}</span>}
      </span>
    </li>
  )
}

async function reasonOf({ state, why, again }: LoggedMail, zone: string): Promise<string | null> {
  const t = await getTranslations('messagesToPeople')
  const time = again && clockIn(again, zone)
  if (time) return why ? t('again', { time, why }) : t('again-unsaid', { time })
  return why && state === 'unsure' ? t('unsure-why', { why }) : why
}
