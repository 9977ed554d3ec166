import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { teamsOf } from '@/server/events/queries'

type Listed = Awaited<ReturnType<typeof teamsOf>>

/** Every team by name with whom it represents and what it works on. */
export async function TeamList({ teams, address }: { teams: Listed; address: string }) {
  const t = await getTranslations('events')
  const taking = teams.filter(({ withdrawn }) => !withdrawn)
  if (taking.length === 0) return null
  return (
    <Section title={t('teams', { count: taking.length })} caption={t('institutionChallenge')}>
      <ul className="-mt-px gap-x-7 sm:columns-2 lg:columns-3 min-[88rem]:columns-4">
        {taking.map(({ entry, slug, name, institution, institutionShort, challenge }) => (
          <li key={entry} className="break-inside-avoid border-b">
            <Link
              href={`${address}/teams/${slug}` as Route}
              className="flex min-h-12 items-center gap-x-3 py-1 text-text no-underline hover:bg-sunken md:min-h-9"
            >
              <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{name}</span>
              <span
                className="figures max-w-1/2 truncate text-right text-muted text-xs"
                title={institution ?? undefined}
              >
                {institutionShort ?? institution}
              </span>
              {challenge && <span className="figures text-muted text-xs">{challenge}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
