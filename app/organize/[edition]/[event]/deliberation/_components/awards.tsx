import { getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import { winnersOf } from '@/domain/publishing/snapshot'
import { missingBallots } from '@/server/judging/missing-ballots'
import type { AwardRanking } from '@/server/ranking/award-rankings'

const SHOWN = 5

/** The special prizes: who leads by its own jury's ballots, and what stands against it. */
export async function Awards({ awards }: { awards: readonly AwardRanking[] }) {
  const t = await getTranslations('ranking.award')
  return awards.map(({ award, named, record, ranking }) => {
    const nameOf = (entry: string) => record.entries.find(({ id }) => id === entry)?.team.name ?? ''
    const winners = winnersOf(ranking)
    const open = missingBallots(record).length
    return (
      <section key={award} className="border-t py-4 text-sm">
        <h2 className="font-semibold">
          {named.name}
          {named.partner && <span className="font-normal text-muted"> · {named.partner}</span>}
        </h2>
        <p className="mt-1 text-muted">
          {winners.length > 0
            ? t('wins', { teams: winners.map(nameOf).join(', '), count: winners.length })
            : t('nobody', { open })}
        </p>
        {ranking.ranking.length > 0 && (
          <div className="mt-2">
            <Table
              caption={t('table', { name: named.name })}
              rows={ranking.ranking.slice(0, SHOWN)}
              rowId={({ entry }) => entry}
              columns={[
                { id: 'rank', head: t('rank'), cell: ({ rank }) => rank, figures: true },
                { id: 'team', head: t('team'), cell: ({ entry }) => nameOf(entry), names: true },
                { id: 'score', head: t('score'), cell: ({ score }) => score.toFixed(2), figures: true },
                { id: 'ballots', head: t('ballots'), cell: ({ n }) => n, figures: true },
              ]}
            />
          </div>
        )}
      </section>
    )
  })
}
