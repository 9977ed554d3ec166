import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { readUnsubscribeLink } from '@/server/messages-to-people/unsubscribe'
import { LeaveForm } from './leave-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('messagesToPeople'))('leave-title'), robots: 'noindex' }
}

/** Where a mail's last line leads: who opens it may say that they want no more of that event's messages. */
export default async function UnsubscribePage({ params }: PageProps<'/unsubscribe/[token]'>) {
  const { token } = await params
  const link = await readUnsubscribeLink(token)
  const t = await getTranslations('messagesToPeople')
  const event = link?.found.event.name ?? ''
  return (
    <>
      <Masthead />
      <main id="content" className="mx-auto grid w-full max-w-xl gap-6 px-4 py-12">
        <h1 className="font-semibold text-3xl">{t('leave-title')}</h1>
        <p className="text-lg text-muted">{link ? t('leave-lead', { event }) : t('leave-unknown')}</p>
        {link && <LeaveForm token={token} words={{ leave: t('leave'), left: t('left', { event }) }} />}
      </main>
    </>
  )
}
