import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ChevronRight } from '@/components/ui/icons'
import type { ListedOrganization } from '../listed-organization'

/** One organization in the list: what it is, what it is a part of, its e-mail domains. */
export async function OrganizationLine({
  organization: { name, kind, domains },
  whole,
  href,
}: {
  organization: ListedOrganization
  /** What it is a part of. */
  whole: string | undefined
  href: string
}) {
  const t = await getTranslations('organize.institutions-page')
  return (
    <li className="border-b">
      <Link
        href={href as Route}
        prefetch={false}
        className="grid min-h-12 grid-cols-[minmax(0,1fr)_1rem] items-center gap-x-5 py-2.5 no-underline hover:bg-sunken md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_1rem]"
      >
        <span className="min-w-0">
          <span className="block font-semibold [overflow-wrap:anywhere]">{name}</span>
          <span className="block text-muted text-sm">
            {t(`kinds.${kind}`)}
            {whole && ` · ${t('part-of', { name: whole })}`}
          </span>
        </span>
        <ChevronRight className="size-4 text-muted max-md:row-span-2 md:order-last" aria-hidden="true" />
        <span className="figures text-muted text-sm [overflow-wrap:anywhere]">{domains.join(', ')}</span>
      </Link>
    </li>
  )
}
