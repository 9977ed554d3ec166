import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { uuidv7 } from 'uuidv7'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { Chip } from '@/components/ui/chip'
import { Empty, Section } from '@/components/ui/section'
import { SEGMENTS } from '@/domain/messages/segments'
import { isRefusal } from '@/domain/refusal'
import { type LoggedMail, mailLog } from '@/server/messages-to-people/queries'
import { OrganizerPage } from '../_components/organizer-page'
import { organizedEvent } from '../organized-event'
import { Compose } from './_components/compose'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.messages') }
}

/** Writes to a part of the event's people, and shows what became of each mail. */
export default async function MessagesPage({ params }: PageProps<'/organize/[edition]/[event]/messages'>) {
  const found = await organizedEvent(params)
  const { event, actor } = found
  const log = await mailLog(actor, event.id)
  if (isRefusal(log)) notFound()
  const t = await getTranslations('messagesToPeople')
  const title = (await getTranslations('organize'))('places.messages')
  const message = uuidv7()
  return (
    <OrganizerPage found={found} place="messages" title={title} caption={t('caption')}>
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-12 pb-16">
        <Compose
          event={event.id}
          message={message}
          segments={SEGMENTS.map((value) => ({ value, label: t(`segments.${value}`) }))}
          words={{
            to: t('to'),
            subject: t('subject'),
            text: t('text'),
            places: t('places'),
            preview: t('preview'),
            test: t('test'),
            send: t('send'),
            tested: t('tested'),
          }}
          reads={t.raw('reads')}
          sent={t.raw('sent')}
        />
        <Section title={t('log')} caption={t('log-caption')}>
          {log.length === 0 && <Empty title={t('log-empty')} />}
          <ol>
            {log.map((mail) => (
              <LogLine key={mail.id} mail={mail} zone={event.timeZone} state={t(`states.${mail.state}`)} />
            ))}
          </ol>
        </Section>
      </div>
    </OrganizerPage>
  )
}

const LOOKS = { waiting: 'quiet', sent: 'success', failed: 'danger' } as const

function LogLine({ mail, zone, state }: { mail: LoggedMail; zone: string; state: string }) {
  return (
    <li className="grid gap-x-5 gap-y-1 border-b py-2.5 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1.4fr)_auto]">
      <time dateTime={mail.at.toISOString()} className="figures text-muted text-sm">
        {dayIn(mail.at, zone)}, {clockIn(mail.at, zone)}
      </time>
      <span className="[overflow-wrap:anywhere]">{mail.to}</span>
      <span className="text-muted [overflow-wrap:anywhere]">
        {mail.subject ?? mail.template}
        {mail.why && <span className="block text-danger text-sm">{mail.why}</span>}
      </span>
      <span>
        <Chip look={LOOKS[mail.state]}>{state}</Chip>
      </span>
    </li>
  )
}
