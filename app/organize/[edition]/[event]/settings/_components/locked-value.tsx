import type { ReactNode } from 'react'
import { LockLine } from '@/components/editions/lock-line'
import type { Lock } from '@/domain/editions/locks'

/** A setting the edition has taken over: its value in words, and why it is no field. */
export function LockedValue({
  label,
  lock,
  zone,
  children,
}: {
  label?: ReactNode
  lock: Lock
  zone: string
  children: ReactNode
}) {
  return (
    <div className={label ? 'mt-6 grid gap-1 border-t pt-4' : 'grid gap-1'}>
      {label && <p className="font-semibold">{label}</p>}
      <p>{children}</p>
      <LockLine lock={lock} zone={zone} />
    </div>
  )
}
