import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Empty, Section } from '@/components/ui/section'
import { timely } from '@/domain/events/timetable'
import { foldName } from '@/domain/organizations/name'
import { isRefusal } from '@/domain/refusal'
import { now } from '@/server/clock'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { participantsOf } from '@/server/people/queries'
import { rostersOf } from '@/server/teams/queries'
import { FieldForm } from '../_components/field-form'
import { OrganizerPage } from '../_components/organizer-page'
import { organizedEvent } from '../organized-event'
import { PersonRow } from './_components/person-row'
import { add, move } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.people') }
}

const BOX = 'min-h-12 w-full rounded-md border border-control bg-surface px-3'
const STATES = ['confirmed', 'unconfirmed', 'withdrawn'] as const

/** Everybody registered, to find by name, address, institution, team or state, to move and to add to. */
export default async function PeoplePage({
  params,
  searchParams,
}: PageProps<'/organize/[edition]/[event]/people'>) {
  const found = await organizedEvent(params)
  const { event, actor, facts } = found
  const asked = await searchParams
  const ask = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '')
  const t = await getTranslations('organize.people')
  const people = await participantsOf(actor, event.id)
  const teams = await rostersOf(actor, event.id)
  const institutions = await institutionsOfEvent(actor, event.id)
  if (isRefusal(people) || isRefusal(teams) || isRefusal(institutions)) notFound()
  const [q, team, institution, state] = [foldName(ask('q')), ask('team'), ask('institution'), ask('state')]
  const shown = people.filter((person) => {
    const told = foldName(`${person.givenName} ${person.familyName} ${person.email} ${person.team ?? ''}`)
    return (
      told.includes(q) &&
      (team === '' || (person.teamId ?? 'none') === team) &&
      (institution === '' || (person.institutionId ?? 'none') === institution) &&
      (state === '' ? person.state !== 'withdrawn' : stateOf(person) === state)
    )
  })
  const open = teams.filter(({ withdrawnAt }) => withdrawnAt === null)
  const needsReason = timely('registration-open', facts, now()) !== null
  const reason = needsReason
    ? [{ name: 'reason', label: t('reason'), hint: t('reason-hint'), wide: true }]
    : []
  const choose = (
    label: string,
    name: string,
    value: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <label className="grid gap-1 text-sm">
      <span className="text-muted">{label}</span>
      <select name={name} defaultValue={value} className={BOX}>
        <option value="">{t('any')}</option>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <OrganizerPage
      found={found}
      place="people"
      title={t('title', { count: people.filter(({ state }) => state !== 'withdrawn').length })}
      caption={t('caption')}
    >
      <div className="page grid gap-8 pb-10">
        <form className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))_auto]">
          <label className="grid gap-1 text-sm">
            <span className="text-muted">{t('search')}</span>
            <input type="search" name="q" defaultValue={ask('q')} className={BOX} />
          </label>
          {choose(t('institution'), 'institution', institution, [
            ...institutions.represented.map(({ id, name }) => [id, name] as const),
            ['none', t('none')] as const,
          ])}
          {choose(t('team'), 'team', team, [
            ['none', t('no-team')] as const,
            ...open.map(({ id, name }) => [id, name] as const),
          ])}
          {choose(
            t('state'),
            'state',
            state,
            STATES.map((one) => [one, t(`states.${one}`)] as const),
          )}
          <Button look="secondary">{t('show')}</Button>
        </form>
        <Section title={t('found', { count: shown.length })}>
          {shown.length === 0 && <Empty title={t('nobody')}>{t('nobody-how')}</Empty>}
          <ul>
            {shown.slice(0, 500).map((person) => (
              <PersonRow key={person.id} person={person} state={t(`states.${stateOf(person)}`)}>
                <FieldForm
                  send={move}
                  hidden={{ event: event.id, person: person.id }}
                  fields={[
                    {
                      name: 'team',
                      label: t('move-to'),
                      value: person.teamId ?? '',
                      options: [
                        { value: '', label: t('no-team') },
                        ...open.map(({ id, name, seats, members }) => ({
                          value: id,
                          label: `${name} (${members.length}/${seats})`,
                        })),
                      ],
                    },
                    ...reason,
                  ]}
                  submit={t('move')}
                  done={t('moved')}
                  look="secondary"
                />
              </PersonRow>
            ))}
          </ul>
          {shown.length > 500 && (
            <p className="py-3 text-muted">{t('more', { count: shown.length - 500 })}</p>
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
                ...reason,
              ]}
              submit={t('add-person')}
              done={t('added')}
            />
          </div>
        </Section>
      </div>
    </OrganizerPage>
  )
}

const stateOf = ({ state, confirmedAt }: { state: string; confirmedAt: Date | null }) =>
  state === 'withdrawn' ? 'withdrawn' : confirmedAt ? 'confirmed' : 'unconfirmed'
