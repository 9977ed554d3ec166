import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { PaperBallot, PaperDesk } from '@/server/judging/paper-ballots'

/** A juror's ballots in the order of the pitches, and how far the paper of each has been read. */
export async function Ballots({
  ballots,
  criteria,
  chosen,
  here,
}: {
  ballots: readonly PaperBallot[]
  criteria: PaperDesk['criteria']
  chosen?: string
  here: string
}) {
  const t = await getTranslations('paper')
  return (
    <ol className="hairlines border-y">
      {ballots.map((ballot) => {
        const { entry, team, order } = ballot
        const open = isToRead(ballot)
        return (
          <li key={entry} className="flex min-h-12 flex-wrap items-center gap-x-4 py-1">
            <span className="figures w-8 text-muted text-sm">{order ?? '–'}</span>
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {open ? (
                <Link
                  href={`${here}&entry=${entry}#reading` as Route}
                  aria-current={entry === chosen ? 'true' : undefined}
                  className={`tap link ${entry === chosen ? 'font-semibold' : ''}`}
                >
                  {team}
                </Link>
              ) : (
                team
              )}
            </span>
            <span className="caption max-w-full text-muted normal-case [overflow-wrap:anywhere]">
              {stateOf(ballot)}
            </span>
          </li>
        )
      })}
    </ol>
  )

  function namesOf(ids: readonly string[]): string {
    return criteria.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(', ')
  }

  function stateOf({ conflicted, status, reading, open, contested, empty }: PaperBallot): string {
    if (conflicted) return t('state.conflicted')
    if (status !== 'draft') return t(`state.${status}`)
    if (reading === null && contested.length > 0)
      return t('state.contested', { criteria: namesOf(contested) })
    if (reading === null && empty.length > 0) return t('state.empty', { criteria: namesOf(empty) })
    if (reading === null) return t('state.agreed')
    if (reading === 1) return t('state.unread')
    return reading === 2 ? t('state.once') : t('state.differ', { count: open.length })
  }
}

/** Whether a reading of this ballot is still asked for. */
export const isToRead = ({ conflicted, status, reading }: PaperBallot) =>
  !conflicted && status === 'draft' && reading !== null
