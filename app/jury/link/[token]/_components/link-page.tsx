import type { ReactNode } from 'react'
import { Masthead } from '@/components/brand/masthead'

/** A calm page with one thing on it. */
export function LinkPage({ children }: { children: ReactNode }) {
  return (
    <>
      <Masthead />
      <main
        id="content"
        className="mx-auto grid min-h-[72dvh] w-full max-w-xl grid-cols-[minmax(0,1fr)] content-center gap-8 px-4 py-10"
      >
        {children}
      </main>
    </>
  )
}
