import { getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { ChevronRight } from '@/components/ui/icons'
import type { EarlierMessage } from '@/server/messages-to-people/queries'

/** One message that was sent: its subject, who wrote it to whom, and its words when it is opened. */
export async function Earlier({ message, zone }: { message: EarlierMessage; zone: string }) {
  const t = await getTranslations('messagesToPeople')
  const { segment, subject, text, sentAt, by, recipients } = message
  return (
    <li className="border-b">
      <details className="group">
        <summary className="grid min-h-12 cursor-pointer list-none grid-cols-[minmax(0,1fr)_1rem] items-center gap-x-5 gap-y-0.5 py-2.5 hover:bg-sunken sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)_1rem] [&::-webkit-details-marker]:hidden">
          <time dateTime={sentAt.toISOString()} className="figures text-muted text-sm">
            {dayIn(sentAt, zone)}, {clockIn(sentAt, zone)}
          </time>
          <ChevronRight
            className="size-4 text-muted transition-transform group-open:rotate-90 max-sm:row-span-3 sm:order-last"
            aria-hidden="true"
          />
          <span className="font-semibold [overflow-wrap:anywhere]">{subject}</span>
          <span className="text-muted text-sm [overflow-wrap:anywhere]">
            {t('earlier-to', { segment: t(`segments.${segment}`), count: recipients })}
            <span className="block">{by ? t('earlier-by', { name: by }) : t('earlier-by-nobody')}</span>
          </span>
        </summary>
        <p className="max-w-prose whitespace-pre-wrap pt-1 pb-5 [overflow-wrap:anywhere] sm:pl-[10.25rem]">
          {text}
        </p>
      </details>
    </li>
  )
}
