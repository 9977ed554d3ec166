import { sentenceAt } from '@/domain/judging/rubric'
import { Pad } from './pad'
import type { ShownCriterion } from './sheet-data'
import type { Say } from './words'

/** One weighted criterion: its weight, the sentence of the touched level, its keys. Folded to a line on a phone. */
export function Criterion(props: {
  criterion: ShownCriterion
  value: number | null
  weight: number
  open: boolean
  active: boolean
  locked: boolean
  onMark: (value: number | null) => void
  onOpen: () => void
  say: Say
}) {
  const { criterion, value, weight, open, active, onOpen, say } = props
  const { name, scale, levels } = criterion
  const sentence = value === null ? null : sentenceAt(levels, value)
  const shown = value === null ? '–' : value.toFixed(Number.isInteger(scale.step * 2) ? 1 : 2)
  return (
    <section
      id={`criterion-${criterion.id}`}
      aria-label={name}
      className={`border-t px-4 md:border-t-0 md:px-0 md:py-1.5 ${open ? 'bg-surface py-3 md:bg-transparent' : ''} ${active ? 'shadow-[inset_4px_0_0_var(--primary)] md:shadow-none' : ''}`}
    >
      <button
        type="button"
        tabIndex={open ? -1 : 0}
        className="flex min-h-12 w-full items-baseline gap-2 text-left md:min-h-0"
        aria-expanded={open}
        onClick={onOpen}
      >
        <span className={`self-center font-semibold ${active ? 'md:text-primary' : ''}`}>{name}</span>
        <span className="figures self-center text-muted text-sm">{say('percent', { weight })}</span>
        <span className="hidden min-w-0 flex-1 self-center pl-2 text-muted text-sm md:block">
          {sentence ?? say('tapNumber')}
        </span>
        {!open && <Track value={value} scale={scale} />}
        <span
          className={`figures ml-auto self-center font-semibold ${open ? 'text-2xl' : 'text-xl'} md:text-xl ${value === null ? 'text-muted' : 'text-primary'}`}
        >
          {shown}
        </span>
      </button>
      {open && <p className="mb-2.5 text-sm md:hidden">{sentence ?? say('tapNumber')}</p>}
      <div className={open ? 'md:mt-1.5' : 'hidden md:mt-1.5 md:block'}>
        <Pad {...props} />
      </div>
    </section>
  )
}

/** Where the mark stands on its scale; the figure beside it says the same. */
function Track({ value, scale: { min, max } }: { value: number | null; scale: ShownCriterion['scale'] }) {
  const x = value === null ? 0 : (100 * (value - min)) / (max - min)
  return (
    <svg viewBox="-6 0 112 16" className="drawn ml-auto h-4 w-24 self-center md:hidden" aria-hidden="true">
      {[0, 50, 100].map((at) => (
        <path key={at} d={`M${at} 3v10`} stroke="var(--control)" />
      ))}
      {[10, 20, 30, 40, 60, 70, 80, 90].map((at) => (
        <path key={at} d={`M${at} 6v4`} stroke="var(--line)" />
      ))}
      {value !== null && (
        <>
          <path d={`M0 8H${x}`} stroke="var(--primary)" strokeWidth="2.5" />
          <circle cx={x} cy="8" r="5" fill="var(--primary)" />
        </>
      )}
    </svg>
  )
}
