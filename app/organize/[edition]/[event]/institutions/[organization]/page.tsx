import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { NAME_LANGUAGES, ORGANIZATION_KINDS } from '@/domain/organizations/kinds'
import { isRefusal } from '@/domain/refusal'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { FieldForm } from '../../_components/field-form'
import { OrganizerPage } from '../../_components/organizer-page'
import { organizedEvent } from '../../organized-event'
import { MergeProposals } from '../_components/merge-proposals'
import { Names, Parents } from '../_components/names-and-parents'
import { alias, domain, edit, parent } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.institutions') }
}

/** One organization: its names, its e-mail domains, what it is a part of, and the way to correct each. */
export default async function OrganizationPage({
  params,
}: PageProps<'/organize/[edition]/[event]/institutions/[organization]'>) {
  const found = await organizedEvent(params)
  const { event, actor, base } = found
  const wanted = (await params).organization
  const institutions = await institutionsOfEvent(actor, event.id)
  if (isRefusal(institutions)) notFound()
  const { all } = institutions
  const one = all.find(({ id }) => id === wanted)
  if (!one) notFound()
  const t = await getTranslations('organize.institutions-page')
  const link = one.parents.find(({ parentId }) => parentId === one.parent)
  const hidden = { event: event.id, organization: one.id }
  return (
    <OrganizerPage
      found={found}
      place="institutions"
      title={one.name}
      caption={t('of-event', { count: one.students })}
    >
      <div className="page grid gap-x-12 gap-y-9 pb-12 lg:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-9">
          <div>
            <Facts
              facts={[
                [t('kind'), t(`kinds.${one.kind}`)],
                [t('short-name'), one.shortName],
                [t('parent'), <Parents key="parents" one={one} all={all} />],
                [t('ror'), one.rorId],
                [t('domain'), one.domains.join(', ')],
                [t('alias'), <Names key="names" one={one} />],
              ]}
            />
            <Link href={`${base}/institutions` as Route} className="link inline-flex min-h-12 items-center">
              {t('all-institutions')}
            </Link>
          </div>
          <Section title={t('domain')}>
            <div className="pt-5">
              <FieldForm
                send={domain}
                hidden={hidden}
                fields={[{ name: 'domain', label: t('domain'), hint: t('domain-hint') }]}
                submit={t('add-domain')}
                done={t('added')}
                look="secondary"
                columns=""
              />
            </div>
          </Section>
          <Section title={t('alias')}>
            <div className="pt-5">
              <FieldForm
                send={alias}
                hidden={hidden}
                fields={[
                  { name: 'alias', label: t('alias'), hint: t('alias-hint') },
                  {
                    name: 'language',
                    label: t('language'),
                    options: [
                      { value: '', label: t('language-none') },
                      ...NAME_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) })),
                    ],
                  },
                ]}
                submit={t('add-alias')}
                done={t('added')}
                look="secondary"
                columns=""
              />
            </div>
          </Section>
          <MergeProposals event={event} base={base} one={one} all={all} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-9">
          <Section title={t('names')}>
            <div className="pt-5">
              <FieldForm
                send={edit}
                hidden={hidden}
                fields={[
                  { name: 'name', label: t('name'), value: one.name, wide: true },
                  { name: 'shortName', label: t('short-name'), value: one.shortName ?? '' },
                  { name: 'rorId', label: t('ror'), hint: t('ror-hint'), value: one.rorId ?? '', wide: true },
                  {
                    name: 'kind',
                    label: t('kind'),
                    value: one.kind,
                    options: ORGANIZATION_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
                  },
                ]}
                submit={t('save')}
                done={t('saved')}
                look="secondary"
              />
            </div>
          </Section>
          <Section title={t('parent')}>
            <div className="pt-5">
              <FieldForm
                send={parent}
                hidden={hidden}
                fields={[
                  {
                    name: 'parent',
                    label: t('parent'),
                    hint: t('parent-hint'),
                    value: one.parent ?? '',
                    options: [
                      { value: '', label: t('parent-none') },
                      ...all
                        .filter(({ id }) => id !== one.id)
                        .map(({ id, name }) => ({ value: id, label: name })),
                    ],
                  },
                  { name: 'since', label: t('since'), kind: 'date', value: link?.since ?? '' },
                  {
                    ...{ name: 'until', label: t('until'), kind: 'date', value: link?.until ?? '' },
                    hint: t('dates-hint'),
                  },
                ]}
                submit={t('set-parent')}
                done={t('saved')}
                look="secondary"
                columns=""
              />
            </div>
          </Section>
        </div>
      </div>
    </OrganizerPage>
  )
}
