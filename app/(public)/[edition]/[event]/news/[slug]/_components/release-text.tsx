import { getTranslations } from 'next-intl/server'
import type { findRelease } from '@/server/publishing/release-queries'

type Release = NonNullable<Awaited<ReturnType<typeof findRelease>>>

/** The words of a release, a paragraph each; what was said stands out with the office its speaker held that day. */
export async function ReleaseText({ release: { body, quotes } }: { release: Release }) {
  const t = await getTranslations('news')
  const paragraphs = body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <article className="min-w-0 max-w-prose print:max-w-none">
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="mb-4 [overflow-wrap:anywhere] print:mb-2">
          {paragraph}
        </p>
      ))}
      {quotes.map((quote) => (
        <figure key={quote.id} className="mt-8 break-inside-avoid border-primary border-l-4 pl-5 print:mt-3">
          <blockquote className="text-lg print:text-base [overflow-wrap:anywhere]">“{quote.text}”</blockquote>
          <figcaption className="mt-2 print:mt-1 text-muted">
            <span className="font-semibold text-text">{`${quote.givenName} ${quote.familyName}`.trim()}</span>
            {quote.office && t('office', { office: quote.office })}
          </figcaption>
        </figure>
      ))}
    </article>
  )
}
