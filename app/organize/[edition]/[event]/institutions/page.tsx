import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { InstitutionDots } from '@/components/institutions/institution-dots'
import { Section } from '@/components/ui/section'
import { ORGANIZATION_KINDS } from '@/domain/organizations/kinds'
import { isRefusal } from '@/domain/refusal'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { organizedEvent } from '../organized-event'
import { alias, create, domain, edit, parent } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.institutions') }
}

/** Who the students represent: counted by root and as named, with other names, e-mail domains and what is part of what. */
export default async function InstitutionsPage({
  params,
}: PageProps<'/organize/[edition]/[event]/institutions'>) {
  const found = await organizedEvent(params)
  const { event, actor } = found
  const t = await getTranslations('organize.institutions-page')
  const institutions = await institutionsOfEvent(actor, event.id)
  if (isRefusal(institutions)) notFound()
  const { roots, named, represented, all, withoutInstitution } = institutions
  const kinds = ORGANIZATION_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))
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
        <div className="grid content-start gap-9">
          <Section title={t('all')} caption={t('all-caption')}>
            <ul>
              {all.map((one) => {
                const hidden = { event: event.id, organization: one.id }
                return (
                  <li key={one.id} className="border-b">
                    <details>
                      <summary className="grid min-h-12 list-none gap-x-5 py-2.5 hover:bg-sunken md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] md:items-center">
                        <span>
                          <span className="block font-semibold">{one.name}</span>
                          <span className="block text-muted text-sm">
                            {t(`kinds.${one.kind}`)}
                            {one.parent && ` · ${t('part-of', { name: nameOf.get(one.parent) ?? '' })}`}
                          </span>
                        </span>
                        <span className="figures text-muted text-sm [overflow-wrap:anywhere]">
                          {one.domains.join(', ')}
                        </span>
                      </summary>
                      <div className="grid gap-7 pt-2 pb-6">
                        <FieldForm
                          send={edit}
                          hidden={hidden}
                          fields={[
                            { name: 'name', label: t('name'), value: one.name, wide: true },
                            { name: 'shortName', label: t('short-name'), value: one.shortName ?? '' },
                            { name: 'kind', label: t('kind'), value: one.kind, options: kinds },
                          ]}
                          submit={t('save')}
                          done={t('saved')}
                          look="secondary"
                        />
                        <FieldForm
                          send={parent}
                          hidden={hidden}
                          fields={[
                            {
                              name: 'parent',
                              label: t('parent'),
                              hint: t('parent-hint'),
                              value: one.parent ?? '',
                              wide: true,
                              options: [
                                { value: '', label: t('parent-none') },
                                ...all.flatMap(({ id, name }) =>
                                  id === one.id ? [] : [{ value: id, label: name }],
                                ),
                              ],
                            },
                          ]}
                          submit={t('set-parent')}
                          done={t('saved')}
                          look="secondary"
                        />
                        <div className="grid gap-7 md:grid-cols-2">
                          <FieldForm
                            send={domain}
                            hidden={hidden}
                            fields={[{ name: 'domain', label: t('domain'), hint: t('domain-hint') }]}
                            submit={t('add-domain')}
                            done={t('added')}
                            look="secondary"
                            columns=""
                          />
                          <FieldForm
                            send={alias}
                            hidden={hidden}
                            fields={[
                              {
                                name: 'alias',
                                label: t('alias'),
                                hint:
                                  one.aliases.length > 0
                                    ? t('aliases', { names: one.aliases.join(', ') })
                                    : t('alias-hint'),
                              },
                            ]}
                            submit={t('add-alias')}
                            done={t('added')}
                            look="secondary"
                            columns=""
                          />
                        </div>
                      </div>
                    </details>
                  </li>
                )
              })}
            </ul>
          </Section>
          <Section title={t('create')} id="create">
            <div className="pt-5">
              <FieldForm
                send={create}
                hidden={{ event: event.id }}
                fields={[
                  { name: 'name', label: t('name') },
                  { name: 'kind', label: t('kind'), options: kinds },
                ]}
                submit={t('create-do')}
                done={t('created')}
              />
            </div>
          </Section>
        </div>
      </div>
    </OrganizerPage>
  )
}
