import type { ReactNode } from 'react'

const MARKS = {
  info: 'border-primary',
  success: 'border-success',
  warn: 'border-warn',
  danger: 'border-danger',
} as const

/** Says what happened, which rule, and what to do. */
export function Notice({
  kind = 'info',
  title,
  children,
}: {
  kind?: keyof typeof MARKS
  title?: ReactNode
  children?: ReactNode
}) {
  return (
    <div
      role={kind === 'danger' ? 'alert' : 'status'}
      className={`border-l-4 bg-sunken px-4 py-3 ${MARKS[kind]}`}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="text-muted">{children}</div>}
    </div>
  )
}
