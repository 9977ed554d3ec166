import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Crumb, Masthead } from '@/components/brand/masthead'

/** The frame of a student's pages: one column that reads like a phone's, at any width. */
export async function TeamPage({
  crumbs = [],
  example = false,
  children,
}: {
  crumbs?: readonly Crumb[]
  example?: boolean
  children: ReactNode
}) {
  const t = await getTranslations('teams')
  return (
    <>
      <Masthead
        crumbs={crumbs}
        right={example && <p className="caption text-muted">{t('example-data')}</p>}
      />
      <main
        id="content"
        className="mx-auto grid w-full max-w-xl grid-cols-[minmax(0,1fr)] gap-6 px-4 pt-6 pb-12 sm:pt-10"
      >
        {children}
      </main>
    </>
  )
}
