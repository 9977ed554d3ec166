import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { InstitutionDots } from '@/components/institutions/institution-dots'
import { Section } from '@/components/ui/section'
import { ORGANIZATION_KINDS } from '@/domain/organizations/kinds'
import { isRefusal } from '@/domain/refusal'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { OrganizerPage } from '../_components/organizer-page'
import { organizedEvent } from '../organized-event'
import { AddInstitution } from './_components/add-institution'
import { LookAlikes } from './_components/look-alikes'
import { OrganizationLine } from './_components/organization-line'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.institutions') }
}

/** Who the students represent, counted by root and as named, and every organization that can be represented. */
export default async function InstitutionsPage({
  params,
}: PageProps<'/organize/[edition]/[event]/institutions'>) {
  const found = await organizedEvent(params)
  const { event, actor, base } = found
  const t = await getTranslations('organize.institutions-page')
  const institutions = await institutionsOfEvent(actor, event.id)
  if (isRefusal(institutions)) notFound()
  const { roots, named, represented, all, withoutInstitution } = institutions
  const nameOf = new Map(all.map(({ id, name }) => [id, name]))
  return (
    <OrganizerPage
      found={found}
      place="institutions"
      title={t('title', { roots })}
      caption={t('caption', { named })}
    >
      <div className="page grid gap-x-12 gap-y-9 pb-10 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <Section
          title={t('students')}
          caption={withoutInstitution > 0 ? t('without', { count: withoutInstitution }) : undefined}
        >
          {represented.length === 0 && <p className="py-4 text-muted">{t('nobody')}</p>}
          <InstitutionDots institutions={represented} />
        </Section>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-9">
          <Section title={t('all')} caption={t('all-caption')}>
            <ul>
              {all.map((one) => (
                <OrganizationLine
                  key={one.id}
                  organization={one}
                  whole={one.parent ? nameOf.get(one.parent) : undefined}
                  href={`${base}/institutions/${one.id}`}
                />
              ))}
            </ul>
          </Section>
          <LookAlikes base={`${base}/institutions`} />
          <Section title={t('create')} id="create">
            <div className="pt-5">
              <AddInstitution
                event={event.id}
                kinds={ORGANIZATION_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
                words={{
                  ...{ name: t('name'), kind: t('kind'), another: t('another'), mayBe: t('may-be') },
                  ...{ submit: t('create-do'), done: t('created') },
                }}
                base={`${base}/institutions`}
              />
            </div>
          </Section>
        </div>
      </div>
    </OrganizerPage>
  )
}
