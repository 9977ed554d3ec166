import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Dots } from '@/components/ui/dots'
import { Section } from '@/components/ui/section'
import type { EventRow } from '@/server/events/find-event'

interface Team {
  readonly id: string
  readonly name: string
  readonly seats: number
  readonly members: readonly unknown[]
}

/** The teams with their seats, those that are not yet a team first. */
export async function TeamSeats({
  teams,
  event,
  base,
  className,
}: {
  teams: readonly Team[]
  event: EventRow
  base: string
  className: string
}) {
  const t = await getTranslations('organize')
  const taken = teams.reduce((total, { members }) => total + members.length, 0)
  const seats = teams.reduce((total, team) => total + team.seats, 0)
  const full = teams.filter((team) => team.members.length === team.seats).length
  const sorted = [...teams].sort((a, b) => a.members.length - b.members.length)
  return (
    <Section
      title={t('team-seats', { count: teams.length, taken, seats })}
      caption={t('teams-full', { count: full })}
      className={className}
    >
      {teams.length === 0 && <p className="py-4 text-muted">{t('teams-none')}</p>}
      <ul className="gap-x-8 sm:columns-2">
        {sorted.map(({ id, name, members, seats }) => {
          const missing = Math.max(0, event.teamMin - members.length)
          return (
            <li key={id} className="break-inside-avoid border-b">
              <Link
                href={`${base}/teams#${id}` as Route}
                className="flex min-h-9 items-center justify-between gap-3 py-1 text-sm text-text no-underline hover:bg-sunken pointer-coarse:min-h-12"
              >
                <span className="min-w-0 truncate font-medium">
                  {name}{' '}
                  {missing > 0 && <span className="text-warn">{t('team-needs', { count: missing })}</span>}
                </span>
                <Dots
                  filled={members.length}
                  open={Math.max(0, seats - members.length)}
                  label={t('seats-of', { taken: members.length, seats })}
                />
              </Link>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
