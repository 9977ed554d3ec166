import type { ReactNode } from 'react'

/** A heading with a telemetry caption at its right, over a hairline, and what belongs to it. */
export function Section({
  title,
  caption,
  children,
  className = '',
  id,
}: {
  title: ReactNode
  caption?: ReactNode
  children?: ReactNode
  className?: string
  id?: string
}) {
  return (
    <section className={className} id={id}>
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 border-b pb-3">
        <h2 className="font-semibold text-lg">{title}</h2>
        {caption && <p className="caption text-muted">{caption}</p>}
      </header>
      {children}
    </section>
  )
}

/** What a list says when nothing is in it yet, and what to do about it. */
export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="py-10 text-center">
      <p className="font-semibold text-lg">{title}</p>
      {children && <div className="mx-auto mt-2 max-w-prose text-muted">{children}</div>}
    </div>
  )
}
