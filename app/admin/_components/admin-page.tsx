import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Crumb, Masthead } from '@/components/brand/masthead'
import { Caption } from '@/components/ui/caption'

/** The pages of an edition's administration. */
export type AdminPlace = 'events' | 'rules' | 'organizations'

interface Edition {
  readonly slug: string
  readonly year: number
}

/** The frame of every page of the administration: where one is, the edition's other pages, and the page's heading. */
export async function AdminPage({
  edition,
  place,
  crumbs = [],
  title,
  caption,
  lead,
  children,
}: {
  /** The edition it is about, where it is about one. */
  edition?: Edition
  /** Which of the edition's own pages it is; none of them, further down. */
  place?: AdminPlace
  crumbs?: readonly Crumb[]
  title: ReactNode
  caption?: ReactNode
  lead?: ReactNode
  children: ReactNode
}) {
  const t = await getTranslations('administration')
  const way: readonly Crumb[] = [
    { label: t('title'), href: '/admin' as Route },
    ...(edition ? [{ label: String(edition.year), href: `/admin/${edition.slug}` as Route }] : []),
    ...crumbs,
  ]
  const last = way.length - 1
  return (
    <>
      <Masthead
        crumbs={way.map(({ label, href }, index) => (index === last ? { label } : { label, href }))}
      />
      {edition && place && <Places edition={edition} place={place} />}
      <main id="content">
        <header className="page grid gap-2 pt-8 pb-6">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h1 className="min-w-0 font-semibold text-2xl [overflow-wrap:anywhere]">{title}</h1>
            {caption && <Caption>{caption}</Caption>}
          </div>
          {lead && <p className="max-w-prose text-muted">{lead}</p>}
        </header>
        {children}
      </main>
    </>
  )
}

async function Places({ edition, place }: { edition: Edition; place: AdminPlace }) {
  const t = await getTranslations('administration')
  const addresses: Record<AdminPlace, string> = {
    events: `/admin/${edition.slug}`,
    rules: `/admin/${edition.slug}/rules`,
    organizations: `/organize/${edition.slug}/organizations`,
  }
  return (
    <nav aria-label={t('nav')} className="border-b">
      <ul className="page flex flex-wrap gap-x-6">
        {(Object.keys(addresses) as AdminPlace[]).map((one) => (
          <li key={one}>
            <Link
              href={addresses[one] as Route}
              aria-current={one === place ? 'page' : undefined}
              className="-mb-px inline-flex min-h-12 items-center border-transparent border-b-2 text-muted text-sm no-underline hover:text-text aria-[current]:border-primary aria-[current]:font-semibold aria-[current]:text-text"
            >
              {t(`places.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
