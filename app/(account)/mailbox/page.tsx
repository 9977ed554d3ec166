import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { mailLeaves } from '@/server/mail-worker'
import { mailbox, type ShownMail, showsMailbox } from '@/server/mailbox'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('mailbox'), robots: 'noindex' }
}

/** In the demo and in development: the mail that would have been sent, newest first. */
export default async function MailboxPage() {
  if (!showsMailbox()) notFound()
  const t = await getTranslations('account')
  const mails = await mailbox()
  return (
    <>
      <Masthead />
      <main id="content" className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-12">
        <h1 className="display text-3xl">{t('mailbox')}</h1>
        <p className="text-lg text-muted">{t(mailLeaves() ? 'mailbox-lead-leaves' : 'mailbox-lead')}</p>
        {mails.length === 0 && <p>{t('mailbox-empty')}</p>}
        <ol className="grid">
          {mails.map((mail) => (
            <MailItem key={mail.id} mail={mail} />
          ))}
        </ol>
      </main>
    </>
  )
}

async function MailItem({ mail }: { mail: ShownMail }) {
  const t = await getTranslations('account')
  const path = mail.link && URL.canParse(mail.link) ? new URL(mail.link).pathname : null
  const state = mail.lastError
    ? t('mailbox-failed', { reason: mail.lastError })
    : t(mail.sentAt ? 'mailbox-sent' : 'mailbox-kept')
  return (
    <li className="grid gap-3 border-line border-t py-6" data-mail={mail.template}>
      <p className="flex flex-wrap gap-x-4 font-mono text-muted text-xs [overflow-wrap:anywhere]">
        <time dateTime={mail.createdAt.toISOString()}>
          {dayIn(mail.createdAt, 'UTC')}, {clockIn(mail.createdAt, 'UTC')} UTC
        </time>
        <span>
          {t('mailbox-to')} <span data-to>{mail.to}</span>
        </span>
        <span>{state}</span>
      </p>
      <h2 className="font-semibold text-xl [overflow-wrap:anywhere]">
        {mail.words?.subject ?? t('mailbox-unknown', { template: mail.template })}
      </h2>
      {mail.words && (
        <p className="whitespace-pre-wrap text-base [overflow-wrap:anywhere]">{mail.words.text}</p>
      )}
      {mail.code && (
        <p className="font-mono text-2xl tracking-widest" data-code>
          {mail.code}
        </p>
      )}
      {path && (
        <p>
          <a className="link inline-flex min-h-12 items-center" href={path as Route}>
            {t('mailbox-open-link')}
          </a>
        </p>
      )}
    </li>
  )
}
