import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ZonedTime } from '@/components/schedule/zoned-time'
import { ButtonLink } from '@/components/ui/button'
import { Caption } from '@/components/ui/caption'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { begunBefore } from '@/domain/submissions/counting-version'
import { linkProvider } from '@/domain/submissions/link-provider'
import { currentActor } from '@/server/session'
import { shownDeliverable } from '@/server/submissions/shown-deliverable'
import { Picture } from './_components/picture'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('submissions'))('handed-in'), robots: { index: false } }
}

/** What a team handed in, exactly as it was frozen, for who judges it. */
export default async function DeliverablePage({
  params,
}: PageProps<'/jury/[edition]/[event]/deliverable/[entry]'>) {
  const { edition, event, entry } = await params
  const shown = await shownDeliverable(await currentActor(), { edition, event, entry })
  const sheet = `/jury/${edition}/${event}` as const
  if (isRefusal(shown)) {
    if (shown.code !== 'sign-in') notFound()
    redirect(`/sign-in?next=${encodeURIComponent(`${sheet}/deliverable/${entry}`)}`)
  }
  const t = await getTranslations('submissions')
  const { version, deck, team, place } = shown
  const deckAddress = `/api/v1/entries/${entry}/deck`
  return (
    <main id="content" className="page max-w-3xl py-6">
      <Caption>
        {team} · {place.name}
      </Caption>
      {!version ? (
        <div className="mt-4 grid gap-5">
          <h1 className="display-3">{team}</h1>
          <Notice kind="warn">{t('nothing-handed-in')}</Notice>
        </div>
      ) : (
        <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-6">
          {version.lateReason && (
            <Notice kind="warn" title={t('late-title')}>
              {version.lateReason}
            </Notice>
          )}
          {begunBefore(version, place.submissionsDueAt) && <Notice>{t('late-begun')}</Notice>}
          <div className="grid gap-2">
            <h1 className="display-3 mt-2 [overflow-wrap:anywhere]">{version.title}</h1>
            <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{version.summary}</p>
          </div>
          {deck && <Picture src={`${deckAddress}/first-page`} href={deckAddress} alt={t('first-page')} />}
          <div className="flex flex-wrap gap-3">
            {deck && (
              <a
                href={deckAddress}
                target="_blank"
                rel="noreferrer"
                className="inline-flex min-h-12 items-center rounded-md bg-primary px-5 font-semibold text-on-primary no-underline"
              >
                {t('open-deck')} · {t('deck-length', { pages: deck.pages ?? 0 })}
              </a>
            )}
            <Out href={version.deckUrl} words={t('open-deck')} />
            <Out href={version.videoUrl} words={t('open-video')} />
            <Out href={version.demoUrl} words={t('open-demo')} />
          </div>
          <Written title={t('prior-work')} text={version.priorWork} />
          <Written title={t('ip-statement')} text={version.ipStatement} />
          <div className="border-t pt-3 text-muted text-sm">
            <p>
              {t('submitted', { version: version.version })} ·{' '}
              <ZonedTime instant={version.submittedAt} zone={place.timeZone} city={place.city} here={false} />
            </p>
            <p className="figures break-all text-xs">{t('digest', { digest: version.digest })}</p>
          </div>
        </div>
      )}
      <Link href={sheet} className="tap mt-4 inline-flex font-semibold text-primary">
        {t('back-to-marks')}
      </Link>
    </main>
  )
}

/** A link of the team's own, with who is behind it. */
function Out({ href, words }: { href: string | null; words: string }) {
  if (!href) return null
  const provider = linkProvider(href)?.name ?? new URL(href).hostname
  return (
    <ButtonLink look="secondary" href={href as never} target="_blank" rel="noreferrer nofollow">
      {words} · {provider}
    </ButtonLink>
  )
}

function Written({ title, text }: { title: string; text: string | null }) {
  if (!text) return null
  return (
    <Section title={title}>
      <p className="max-w-prose whitespace-pre-line pt-3 [overflow-wrap:anywhere]">{text}</p>
    </Section>
  )
}
