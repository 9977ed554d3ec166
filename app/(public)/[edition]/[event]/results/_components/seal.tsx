import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { PublishedPage } from '@/server/publishing/queries'

/** When the result was sealed and published, the digest that holds it, and how anyone can check that. */
export async function Seal({
  page: { result, hands, versions },
  timeZone,
  city,
  api,
}: {
  page: PublishedPage
  timeZone: string
  city: string
  api: string
}) {
  const t = await getTranslations('results')
  const list = new Intl.ListFormat('en-GB')
  const moment = (iso: string) =>
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    }).format(new Date(iso))
  return (
    <section className="band mt-12 py-4 print:mt-4 print:py-1" aria-label={t('seal')}>
      <div className="page grid gap-x-10 md:grid-cols-2 print:grid-cols-2">
        <div>
          <dl>
            <Stamp term={t('sealed')}>
              <time dateTime={result.sealedAt}>{moment(result.sealedAt)}</time> {city}
              {hands.sealed && (
                <span className="block">
                  {t(hands.sealed.president ? 'byPresident' : 'byJuror', { office: hands.sealed.office })}
                </span>
              )}
            </Stamp>
            <Stamp term={t('published')}>
              <time dateTime={result.publishedAt}>{moment(result.publishedAt)}</time> {city}
              {result.version > 1 && `, ${t('version', { version: result.version })}`}
              {hands.published.length > 0 && (
                <span className="block">{t('byOrganizer', { names: list.format(hands.published) })}</span>
              )}
            </Stamp>
          </dl>
          {hands.one && <p className="text-muted text-sm">{t('oneHand')}</p>}
          {versions.length > 1 && (
            <ul className="text-muted text-sm">
              {versions.map(({ version, publishedAt, note }) => (
                <li key={version}>
                  {t('version', { version })}, {moment(publishedAt)}
                  {note && `: ${note}`}
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="min-w-0">
          <details>
            <summary className="figures flex min-h-12 flex-wrap items-center gap-x-4 print:hidden">
              <span>
                {result.digest.slice(0, 4)} {result.digest.slice(4, 8)} … {result.digest.slice(-4)}
              </span>
              <span className="link font-sans">{t('verify')}</span>
            </summary>
            <p className="figures [overflow-wrap:anywhere] print:text-xs">{result.digest}</p>
            <p className="mt-2 max-w-prose text-muted text-sm print:mt-0 print:text-xs">{t('verifyHow')}</p>
          </details>
          <p className="flex flex-wrap gap-x-6 print:hidden">
            <a href={`${api}/results`} className="link inline-flex min-h-12 items-center">
              {t('json')}
            </a>
            <a href={`${api}/results.csv`} className="link inline-flex min-h-12 items-center">
              {t('csv')}
            </a>
          </p>
        </div>
      </div>
    </section>
  )
}

function Stamp({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-baseline gap-x-3 py-2 print:min-h-0 print:py-0">
      <dt className="min-w-20 font-semibold">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
