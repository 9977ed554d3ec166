import { Check, TriangleAlert, X } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { Gate, GateCode } from '@/domain/ranking/gates'
import type { Look } from '@/server/ranking/compute-ranking'

/** What must be so before a seal, in the order it is read out. */
const MUST = [
  'INCOMPLETE',
  'DISCONNECTED',
  'TOO_FEW',
  'GATE_UNCONFIRMED',
  'TIED_PLACE',
] as const satisfies GateCode[]

/** The checks before a seal: what is clear, what blocks, and what to know. */
export async function Gates({ look: { ranking, record, input } }: { look: Look }) {
  const t = await getTranslations('ranking')
  const warnings = ranking.gates.filter(({ level }) => level === 'WARN')
  const team = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  const office = (id: string) => record.jurors.find((juror) => juror.id === id)?.office ?? ''
  return (
    <section className="py-6">
      <h2 className="font-semibold text-lg">{ranking.sealable ? t('clear') : t('not-clear')}</h2>
      <ul className="mt-3 grid gap-2.5 text-sm">
        {MUST.map((code) => {
          const found = ranking.gates.filter((gate) => gate.code === code)
          return found.length === 0 ? (
            <li key={code} className="flex gap-2.5">
              <Check className="mt-0.5 size-4 shrink-0 text-success" aria-hidden="true" />
              {t(`gate-clear.${code}`, { minimum: input.minBallots })}
            </li>
          ) : (
            found.map((gate) => (
              <li key={`${code} ${JSON.stringify(gate.detail)}`} className="flex gap-2.5 font-semibold">
                <X className="mt-0.5 size-4 shrink-0 text-danger" aria-hidden="true" />
                {t(`gate-blocks.${code}`, valuesOf(gate, team, office))}
              </li>
            ))
          )
        })}
        {warnings.map((gate) => (
          <li key={`${gate.code} ${JSON.stringify(gate.detail)}`} className="flex gap-2.5 text-muted">
            <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden="true" />
            {t(`gate-warns.${gate.code}`, valuesOf(gate, team, office))}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Names = (id: string) => string

function valuesOf(gate: Gate, team: Names, office: Names): Record<string, string | number> {
  switch (gate.code) {
    case 'INCOMPLETE': {
      const [first] = gate.detail.ballots
      const count = gate.detail.ballots.length
      return { count, juror: office(first?.juror ?? ''), team: team(first?.entry ?? '') }
    }
    case 'DISCONNECTED':
      return { count: gate.detail.components.length, links: gate.detail.links.length }
    case 'TOO_FEW':
      return { team: team(gate.detail.entry), n: gate.detail.n, minimum: gate.detail.minimum }
    case 'GATE_UNCONFIRMED':
      return { team: team(gate.detail.entry), fails: gate.detail.fails, ballots: gate.detail.ballots }
    case 'TIED_PLACE': {
      const { rank, entries, decider } = gate.detail
      return { rank, teams: entries.map(team).join(', '), juror: decider === null ? '–' : office(decider) }
    }
    case 'WEAK_LINK':
      return gate.detail.sign === 'bridge'
        ? { sign: 'bridge', one: office(gate.detail.juror), other: team(gate.detail.entry) }
        : { sign: 'pair', one: team(gate.detail.entries[0]), other: team(gate.detail.entries[1]) }
    case 'OUTLIER_BALLOT': {
      const { juror, entry, score, residual } = gate.detail
      return {
        juror: office(juror),
        team: team(entry),
        score: score.toFixed(1),
        off: Math.abs(residual).toFixed(1),
      }
    }
    case 'CONSTANT_JUROR':
      return { juror: office(gate.detail.juror), n: gate.detail.n, score: gate.detail.score.toFixed(1) }
    case 'SINGLE_JUROR':
      return { juror: office(gate.detail.juror) }
    case 'THIN_JUROR':
      return { juror: office(gate.detail.juror), n: gate.detail.n }
  }
}
