import { sentenceAt } from '@/domain/judging/rubric'
import { Pad } from './pad'
import type { ShownCriterion } from './sheet-data'
import { Track } from './track'
import type { Say } from './words'

const ACTIVE_LOOK =
  'shadow-[inset_4px_0_0_var(--primary)] md:shadow-none md:before:absolute md:before:inset-y-2 md:before:-left-4 md:before:w-1 md:before:rounded-full md:before:bg-primary'

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
  const { id, name, scale, levels } = criterion
  const sentence = (value === null ? null : sentenceAt(levels, value)) ?? say('tapNumber')
  const shown = value === null ? '–' : value.toFixed(Number.isInteger(scale.step * 2) ? 1 : 2)
  const title = (
    <>
      <span className="font-semibold">{name}</span>
      <span className="figures whitespace-nowrap text-muted text-sm">{say('percent', { weight })}</span>
    </>
  )
  const figure = `figures ml-auto font-semibold ${value === null ? 'text-muted' : 'text-primary'}`
  return (
    <section
      id={`criterion-${id}`}
      aria-label={name}
      className={`relative scroll-mt-2 scroll-mb-40 border-t px-4 md:scroll-mb-28 md:border-t-0 md:px-0 md:py-1.5 ${open ? 'bg-surface py-3 md:bg-transparent' : ''} ${active ? ACTIVE_LOOK : ''}`}
    >
      <button
        type="button"
        tabIndex={open ? -1 : 0}
        className="flex min-h-12 w-full items-center gap-2 text-left md:hidden"
        aria-expanded={open}
        onClick={onOpen}
      >
        {title}
        {!open && <Track value={value} scale={scale} />}
        <span className={`${figure} ${open ? 'text-2xl' : 'text-xl'}`}>{shown}</span>
      </button>
      <p className="hidden items-center gap-2 md:flex">
        {title}
        <span className="min-w-0 flex-1 pl-2 text-muted text-sm">{sentence}</span>
        <span className={`${figure} text-xl`}>{shown}</span>
      </p>
      {open && <p className="mb-2.5 text-sm md:hidden">{sentence}</p>}
      <div className={open ? 'md:mt-1.5' : 'hidden md:mt-1.5 md:block'}>
        <Pad {...props} />
      </div>
    </section>
  )
}
