import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { PaperBallot } from '@/server/judging/paper-ballots'

/** A juror's ballots in the order of the pitches, and how far the paper of each has been read. */
export async function Ballots({
  ballots,
  chosen,
  here,
}: {
  ballots: readonly PaperBallot[]
  chosen?: string
  here: string
}) {
  const t = await getTranslations('paper')
  return (
    <ol className="hairlines border-y">
      {ballots.map((ballot) => {
        const { entry, team, order } = ballot
        const open = !ballot.conflicted && ballot.status === 'draft' && ballot.reading !== null
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
            <span className="caption text-muted">{stateOf(ballot)}</span>
          </li>
        )
      })}
    </ol>
  )

  function stateOf({ conflicted, status, reading, open }: PaperBallot): string {
    if (conflicted) return t('state.conflicted')
    if (status !== 'draft') return t(`state.${status}`)
    if (reading === null) return t('state.agreed')
    if (reading === 1) return t('state.unread')
    return reading === 2 ? t('state.once') : t('state.differ', { count: open.length })
  }
}
