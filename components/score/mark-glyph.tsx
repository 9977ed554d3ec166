import type { ReactNode } from 'react'

/** What the desk sees of one juror's ballot for one team. */
export const MARK_STATES = [
  'sent',
  'complete',
  'part',
  'unopened',
  'overdue',
  'conflict',
  'recused',
  'absent',
  'set-aside',
  'off',
] as const
export type MarkState = (typeof MARK_STATES)[number]

const RING = <circle cx="8" cy="8" r="6.3" fill="var(--bg)" stroke="currentColor" strokeWidth="1.4" />
const DIAMOND = <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="var(--bg)" stroke="currentColor" strokeWidth="1" />
const SQUARE = (
  <rect
    x="1.5"
    y="1.5"
    width="13"
    height="13"
    rx="1.5"
    fill="var(--bg)"
    stroke="currentColor"
    strokeWidth="1"
  />
)

const letter = (text: string) => (
  <text x="8" y="11" textAnchor="middle" fill="currentColor" className="font-mono font-semibold text-[8.5px]">
    {text}
  </text>
)

/** A pie of the part that is marked, from the top clockwise. */
function Pie({ share }: { share: number }) {
  const angle = Math.min(0.999, Math.max(0, share)) * 2 * Math.PI
  const x = 8 + 6.3 * Math.sin(angle)
  const y = 8 - 6.3 * Math.cos(angle)
  return (
    <>
      {RING}
      <path
        d={`M8 8V1.7A6.3 6.3 0 ${angle > Math.PI ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}z`}
        fill="currentColor"
      />
    </>
  )
}

/** Shape and letter as well as colour, so that nobody depends on seeing blue. */
const LOOKS: Record<MarkState, { color: string; shape: (share: number) => ReactNode }> = {
  sent: { color: 'text-primary', shape: () => <circle cx="8" cy="8" r="7" fill="currentColor" /> },
  complete: {
    color: 'text-primary',
    shape: () => (
      <>
        {RING}
        <circle cx="8" cy="8" r="3.8" fill="currentColor" />
      </>
    ),
  },
  part: { color: 'text-primary', shape: (share) => <Pie share={share} /> },
  unopened: { color: 'text-primary', shape: () => RING },
  overdue: {
    color: 'text-warn',
    shape: () => (
      <>
        {RING}
        <path d="M8 4.4v4.4M8 10.6v1.4" stroke="currentColor" strokeWidth="1.8" />
      </>
    ),
  },
  conflict: {
    color: 'text-muted',
    shape: () => (
      <>
        {DIAMOND}
        {letter('C')}
      </>
    ),
  },
  recused: {
    color: 'text-muted',
    shape: () => (
      <>
        {SQUARE}
        {letter('R')}
      </>
    ),
  },
  absent: {
    color: 'text-muted',
    shape: () => (
      <>
        {SQUARE}
        {letter('A')}
      </>
    ),
  },
  'set-aside': {
    color: 'text-muted',
    shape: () => (
      <>
        {SQUARE}
        {letter('S')}
      </>
    ),
  },
  off: { color: 'text-muted', shape: () => <circle cx="8" cy="8" r="1.1" fill="currentColor" /> },
}

/**
 * One cell of the matrix juror × team.
 * @param share for `part`: how much of the ballot is marked, 0 to 1
 * @param label in words, with juror and team where the cell stands alone; left out beside its own word
 */
export function MarkGlyph({
  state,
  share = 0.5,
  label,
  className = 'size-4',
}: {
  state: MarkState
  share?: number
  label?: string
  className?: string
}) {
  const { color, shape } = LOOKS[state]
  return (
    <svg
      viewBox="0 0 16 16"
      className={`inline-block shrink-0 ${color} ${className}`}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {shape(share)}
    </svg>
  )
}
