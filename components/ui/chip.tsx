import type { ReactNode } from 'react'

const LOOKS = {
  quiet: 'border-line text-muted',
  primary: 'border-primary text-primary',
  signal: 'border-signal text-signal',
  success: 'border-success text-success',
  warn: 'border-warn text-warn',
  danger: 'border-danger text-danger',
  gold: 'border-gold text-gold',
} as const

export type ChipLook = keyof typeof LOOKS

/** A state in a word or a few: “Sent”, “Waiting for network”. Colour only repeats what the words say. */
export function Chip({
  look = 'quiet',
  icon,
  children,
}: {
  look?: ChipLook
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-sm ${LOOKS[look]}`}
    >
      {icon}
      {children}
    </span>
  )
}

const SIGNS = {
  now: 'text-signal',
  done: 'text-success',
  waiting: 'text-warn',
  open: 'text-muted',
} as const

/** What is going on, as telemetry with its sign: “◉ Now on stage”. */
export function Status({ sign, children }: { sign: keyof typeof SIGNS; children: ReactNode }) {
  return (
    <p className={`caption flex items-center gap-2.5 font-semibold ${SIGNS[sign]}`}>
      <svg viewBox="0 0 14 14" className="size-3.5 shrink-0" aria-hidden="true">
        {sign === 'done' ? (
          <path d="M2 7.5l3.5 3.5L12 3.5" fill="none" stroke="currentColor" strokeWidth="2" />
        ) : (
          <circle cx="7" cy="7" r="5.8" fill="none" stroke="currentColor" strokeWidth="1.7" />
        )}
        {sign === 'now' && <circle cx="7" cy="7" r="3" fill="currentColor" />}
        {sign === 'waiting' && <path d="M7 3.8V7.6M7 9.4v1.2" stroke="currentColor" strokeWidth="1.7" />}
      </svg>
      {children}
    </p>
  )
}
