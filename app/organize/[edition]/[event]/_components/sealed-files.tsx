import { getTranslations } from 'next-intl/server'
import { MINUTES_LANGUAGES } from '@/domain/publishing/minutes-languages'

/** What of a sealed result can be taken home: the minutes to sign, and the package that a stranger verifies. */
export async function SealedFiles({ edition, event }: { edition: string; event: string }) {
  const t = await getTranslations('results')
  const api = `/api/v1/events/${edition}/${event}`
  // Bare links: a prefetched one would be a download that nobody asked for, and each is audited.
  return (
    <section>
      <h2 className="caption text-muted">{t('files')}</h2>
      <ul className="mt-1 flex flex-wrap gap-x-5">
        {MINUTES_LANGUAGES.map((language) => (
          <li key={language}>
            <a
              href={`${api}/minutes.pdf?language=${language}`}
              className="link inline-flex min-h-12 items-center"
            >
              {t(`minutes.${language}`)}
            </a>
          </li>
        ))}
      </ul>
      <a href={`${api}/package`} download className="link inline-flex min-h-12 items-center">
        {t('package')}
      </a>
      <p className="text-muted text-sm">{t('package-what')}</p>
    </section>
  )
}
