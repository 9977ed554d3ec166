import type { ReactNode } from 'react'
import { Masthead } from '@/components/brand/masthead'

/** A page with one thing to do. */
export function NarrowPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <>
      <Masthead />
      <main
        id="content"
        className="mx-auto grid min-h-[70vh] w-full max-w-md content-start gap-6 px-4 py-12 sm:py-20"
      >
        <h1 className="display text-3xl [overflow-wrap:anywhere]">{title}</h1>
        <p className="text-lg text-muted [overflow-wrap:anywhere]">{lead}</p>
        {children}
      </main>
    </>
  )
}
