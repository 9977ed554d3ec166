import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import type { PublishedResult } from '@/server/publishing/queries'

/** The prizes beside the places, each with who gives it and who has it. */
export async function Awards({ awards }: { awards: PublishedResult['awards'] }) {
  const t = await getTranslations('results')
  if (awards.length === 0) return null
  return (
    <Section title={t('awards')} className="mt-8 print:mt-3">
      <ul className="hairlines border-t-0">
        {awards.map(({ kind, name, partner, team }) => (
          <li key={`${kind} ${name}`} className="flex flex-wrap gap-x-4 py-3 print:py-1">
            <span className="min-w-0 flex-1">
              {name}
              {partner && <span className="text-muted"> · {partner}</span>}
            </span>
            <span className="font-semibold">{team?.name}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
