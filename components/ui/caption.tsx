import type { ReactNode } from 'react'

/** A line of telemetry: small, monospaced, in capitals. */
export function Caption({ children, className = 'text-muted' }: { children: ReactNode; className?: string }) {
  return <p className={`caption ${className}`}>{children}</p>
}
