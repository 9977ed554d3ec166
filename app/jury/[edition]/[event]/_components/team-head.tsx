import { Gate } from './gate'
import type { ShownCriterion, ShownEntry } from './sheet-data'
import type { Say } from './words'

/** Who is judged: pitch number, team, where it comes from, what it does, and the gate it stands at. */
export function TeamHead({
  here,
  page,
  gates,
  markAt,
  locked,
  onMark,
  say,
}: {
  here: ShownEntry
  /** The path of the sheet. */
  page: string
  gates: readonly ShownCriterion[]
  markAt: (gate: string) => number | null | undefined
  locked: boolean
  onMark: (gate: string, value: number | null) => void
  say: Say
}) {
  return (
    <div className="grid gap-3 px-4 pt-2 pb-3 md:grid-cols-2 md:items-end md:border-b md:px-0">
      <div className="flex items-baseline gap-3">
        {here.order !== null && <span className="figures text-3xl text-muted">{here.order}</span>}
        <div className="min-w-0">
          <h1 className="display text-2xl">{here.team}</h1>
          <p className="text-muted text-sm">
            {[here.institution, here.about].filter((one) => one !== null).join(' · ')}
          </p>
          {here.conflict === null && (
            // In a tab of its own: the marks stay where they are.
            <a
              href={`${page}/deliverable/${here.entry}`}
              target="_blank"
              rel="noreferrer"
              className="tap inline-flex items-center font-semibold text-primary text-sm no-underline"
            >
              {say('handedIn')}
            </a>
          )}
        </div>
      </div>
      {gates.map((gate) => (
        <Gate
          key={gate.id}
          criterion={gate}
          value={markAt(gate.id)}
          locked={locked}
          onMark={(value) => onMark(gate.id, value)}
          say={say}
        />
      ))}
    </div>
  )
}
