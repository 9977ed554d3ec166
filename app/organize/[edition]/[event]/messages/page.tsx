import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { uuidv7 } from 'uuidv7'
import { Notice } from '@/components/ui/notice'
import { Empty, Section } from '@/components/ui/section'
import { SEGMENTS } from '@/domain/messages/segments'
import { isRefusal } from '@/domain/refusal'
import { mailLeaves } from '@/server/mail-worker'
import { earlierMessages, type LoggedMail, mailLog } from '@/server/messages-to-people/queries'
import { OrganizerPage } from '../_components/organizer-page'
import { organizedEvent } from '../organized-event'
import { Compose } from './_components/compose'
import { Earlier } from './_components/earlier'
import { MailLine } from './_components/mail-line'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.messages') }
}

/** How many of the newest mails stand open in the log. */
const AT_FIRST = 20

/** Writes to a part of the event's people, and shows what was written and what became of each mail. */
export default async function MessagesPage({ params }: PageProps<'/organize/[edition]/[event]/messages'>) {
  const found = await organizedEvent(params)
  const { event, actor } = found
  const log = await mailLog(actor, event.id)
  const earlier = await earlierMessages(actor, event.id)
  if (isRefusal(log) || isRefusal(earlier)) notFound()
  const t = await getTranslations('messagesToPeople')
  const title = (await getTranslations('organize'))('places.messages')
  const words = ['to', 'subject', 'text', 'places', 'preview', 'test', 'send', 'tested', 'stale'] as const
  return (
    <OrganizerPage found={found} place="messages" title={title} caption={t('caption')}>
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-12 pb-16">
        <Compose
          event={event.id}
          message={uuidv7()}
          segments={SEGMENTS.map((value) => ({ value, label: t(`segments.${value}`) }))}
          words={
            Object.fromEntries(words.map((word) => [word, t(word)])) as Record<(typeof words)[number], string>
          }
          reads={t.raw('reads')}
          sent={t.raw('sent')}
        />
        <Section title={t('earlier')} caption={t('earlier-caption')}>
          {earlier.length === 0 && <Empty title={t('earlier-empty')} />}
          <ol>
            {earlier.map((message) => (
              <Earlier key={message.id} message={message} zone={event.timeZone} />
            ))}
          </ol>
        </Section>
        <Section title={t('log')} caption={t('log-caption')}>
          {log.length === 0 && <Empty title={t('log-empty')} />}
          {log.length > 0 && !mailLeaves() && (
            <div className="pt-4">
              <Notice>{t('log-kept')}</Notice>
            </div>
          )}
          <Log mails={log.slice(0, AT_FIRST)} zone={event.timeZone} />
          {log.length > AT_FIRST && (
            <details>
              <summary className="flex min-h-12 cursor-pointer items-center text-primary">
                {t('log-more', { count: log.length - AT_FIRST })}
              </summary>
              <Log mails={log.slice(AT_FIRST)} zone={event.timeZone} />
            </details>
          )}
        </Section>
      </div>
    </OrganizerPage>
  )
}

function Log({ mails, zone }: { mails: readonly LoggedMail[]; zone: string }) {
  return (
    <ol>
      {mails.map((mail) => (
        <MailLine key={mail.id} mail={mail} zone={zone} />
      ))}
    </ol>
  )
}
