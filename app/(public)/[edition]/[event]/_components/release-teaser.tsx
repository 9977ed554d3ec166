import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/schedule/days'
import { Section } from '@/components/ui/section'
import type { releasesOf } from '@/server/publishing/release-queries'

type Release = Awaited<ReturnType<typeof releasesOf>>[number]

/** A published release with what was said in it, by the office held that day. */
export async function ReleaseTeaser({
  releases,
  address,
  timeZone,
}: {
  releases: readonly Release[]
  address: string
  timeZone: string
}) {
  const t = await getTranslations('news')
  return releases.map(({ id, slug, title, publishedAt, quotes }) => (
    <Section key={id} title={t('release')} caption={fullDay(publishedAt, timeZone)}>
      <p className="mt-4">
        <Link href={`${address}/news/${slug}` as Route} className="tap link">
          {title}
        </Link>
      </p>
      {quotes.map((quote) => (
        <figure key={quote.id} className="mt-4">
          <blockquote className="max-w-prose text-xl">“{quote.text}”</blockquote>
          <figcaption className="mt-2 text-muted">
            {[`${quote.givenName} ${quote.familyName}`.trim(), quote.office].filter(Boolean).join(', ')}
          </figcaption>
        </figure>
      ))}
    </Section>
  ))
}
