import { getTranslations } from 'next-intl/server'
import { InstitutionDots } from '@/components/institutions/institution-dots'
import { Section } from '@/components/ui/section'
import type { institutionsOf } from '@/server/events/queries'

type Counted = Awaited<ReturnType<typeof institutionsOf>>

/** Where the students come from: institutions by their root, each part below its whole. */
export async function Institutions({
  students,
  institutions: { list, roots, named },
}: {
  students: number
  institutions: Counted
}) {
  const t = await getTranslations('institutions')
  if (list.length === 0) return null
  const isPart = ({ id, root }: (typeof list)[number]) =>
    id !== root && list.some((other) => other.id === root)
  const parts = list.filter(isPart)
  const apart = parts.map(({ name, shortName }) => shortName ?? name).join(', ')
  return (
    <Section
      title={t('title', { students, roots })}
      caption={parts.length > 0 ? t('apart', { named, parts: apart }) : undefined}
    >
      <InstitutionDots
        institutions={list.map((one) => (isPart(one) ? { ...one, name: one.shortName ?? one.name } : one))}
      />
      <p className="mt-3 text-muted text-sm">{t('dot')}</p>
    </Section>
  )
}
