import type { ReactNode } from 'react'

/** Something about one line or some, which needs nobody or only a word. */
export function Remark({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <li className="relative border-b py-3 pl-7">
      <span className="absolute top-5 left-1 size-1.5 rounded-full bg-muted" aria-hidden="true" />
      <p className="font-semibold [overflow-wrap:anywhere]">{title}</p>
      <div className="text-muted text-sm [overflow-wrap:anywhere]">{children}</div>
    </li>
  )
}
