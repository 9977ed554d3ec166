import type { Route } from 'next'
import Link from 'next/link'

/** An orbit and the body at its farthest point. */
export function OrbitMark({ className = 'size-6.5' }: { className?: string }) {
  return (
    <svg viewBox="0 0 28 28" className={className} aria-hidden="true">
      <ellipse
        cx="13"
        cy="15"
        rx="11.5"
        ry="6.6"
        transform="rotate(-24 13 15)"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <circle cx="9.5" cy="16.5" r="1.7" fill="currentColor" />
      <circle cx="22" cy="8.2" r="3.3" fill="var(--primary)" />
    </svg>
  )
}

/** The mark and the name, the way home; short, a phone shows the mark alone. */
export function Logo({ short = false }: { short?: boolean }) {
  return (
    <Link
      href={'/' as Route}
      className="inline-flex min-h-12 shrink-0 items-center gap-2 text-text no-underline"
    >
      <OrbitMark />
      <span className={`display text-[1.0625rem] ${short ? 'max-sm:sr-only' : ''}`}>Apogee</span>
    </Link>
  )
}
