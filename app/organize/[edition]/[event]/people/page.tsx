import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/components/ui/button'
import { Empty, Section } from '@/components/ui/section'
import { foldName } from '@/domain/organizations/name'
import { isRefusal } from '@/domain/refusal'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { participantsOf } from '@/server/people/queries'
import { rostersOf } from '@/server/teams/queries'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { organizedEvent } from '../organized-event'
import { PeopleSearch } from './_components/people-search'
import { PersonLine } from './_components/person-line'
import { add } from './actions'
import { guardianOf, type Participant, stateOf } from './participant'
import { reasonField } from './reason-field'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.people') }
}

const MOST = 500

/** Everybody registered, to find by name, address, institution, team or state, and to add to. */
export default async function PeoplePage({
  params,
  searchParams,
}: PageProps<'/organize/[edition]/[event]/people'>) {
  const found = await organizedEvent(params)
  const { event, actor, base } = found
  const given = await searchParams
  const one = (name: string) => (typeof given[name] === 'string' ? given[name] : '')
  const asked = {
    ...{ q: one('q'), institution: one('institution'), team: one('team') },
    ...{ state: one('state'), guardian: one('guardian') },
  }
  const t = await getTranslations('organize.people')
  const people = await participantsOf(actor, event.id)
  const teams = await rostersOf(actor, event.id)
  const institutions = await institutionsOfEvent(actor, event.id)
  if (isRefusal(people) || isRefusal(teams) || isRefusal(institutions)) notFound()
  const word = foldName(asked.q)
  const answers = (person: Participant) =>
    foldName(`${person.givenName} ${person.familyName} ${person.email} ${person.team ?? ''}`).includes(
      word,
    ) &&
    ['', person.teamId ?? 'none'].includes(asked.team) &&
    ['', person.institutionId ?? 'none'].includes(asked.institution) &&
    ['', guardianOf(person)].includes(asked.guardian) &&
    (asked.state === '' ? person.state !== 'withdrawn' : stateOf(person) === asked.state)
  const shown = people.filter(answers)
  return (
    <OrganizerPage
      found={found}
      place="people"
      title={t('title', { count: people.filter(({ state }) => state !== 'withdrawn').length })}
      caption={t('caption')}
    >
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-10">
        <PeopleSearch
          asked={asked}
          institutions={institutions.represented}
          teams={teams.filter(({ withdrawnAt, guest }) => withdrawnAt === null && !guest)}
        />
        <Section
          title={t('found', { count: shown.length })}
          caption={
            <a href="#add" className="link tap">
              {t('add')}
            </a>
          }
        >
          {shown.length === 0 && (
            <Empty title={t('nobody')}>
              <p className="mb-4">{t('nobody-how')}</p>
              <ButtonLink look="secondary" href={`${base}/import` as Route}>
                {t('import')}
              </ButtonLink>
            </Empty>
          )}
          <ul>
            {shown.slice(0, MOST).map((person) => (
              <PersonLine key={person.id} person={person} href={`${base}/people/${person.id}`} />
            ))}
          </ul>
          {shown.length > MOST && (
            <p className="py-3 text-muted">{t('more', { count: shown.length - MOST })}</p>
          )}
        </Section>
        <Section title={t('add')} caption={t('add-caption')} id="add">
          <div className="max-w-3xl pt-5">
            <FieldForm
              send={add}
              hidden={{ event: event.id }}
              fields={[
                { name: 'givenName', label: t('given-name') },
                { name: 'familyName', label: t('family-name') },
                { name: 'email', label: t('email'), kind: 'email' },
                {
                  name: 'institution',
                  label: t('institution'),
                  options: [
                    { value: '', label: t('choose') },
                    ...institutions.all.map(({ id, name }) => ({ value: id, label: name })),
                  ],
                },
                { name: 'programme', label: t('programme'), wide: true },
                ...(await reasonField(found)),
              ]}
              submit={t('add-person')}
              done={t('added')}
            />
          </div>
        </Section>
        {people.length > 0 && (
          <Section title={t('export')} caption={t('export-caption')}>
            <form action={`${base}/people/export`} method="post" className="flex flex-wrap gap-3 pt-5">
              {(['xlsx', 'csv'] as const).map((format) => (
                <Button key={format} look="secondary" name="format" value={format}>
                  {t(`formats.${format}`)}
                </Button>
              ))}
            </form>
          </Section>
        )}
      </div>
    </OrganizerPage>
  )
}
