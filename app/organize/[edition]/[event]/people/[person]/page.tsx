import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/ui/facts'
import { Section } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { participantsOf } from '@/server/people/queries'
import { rostersOf } from '@/server/teams/queries'
import { FieldForm } from '../../_components/field-form'
import { OrganizerPage } from '../../_components/organizer-page'
import { organizedEvent } from '../../organized-event'
import { move } from '../actions'
import { stateOf } from '../participant'
import { reasonField } from '../reason-field'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organize'))('places.people') }
}

/** One person at this event: what is known of them, and the team they can be moved to. */
export default async function PersonPage({
  params,
}: PageProps<'/organize/[edition]/[event]/people/[person]'>) {
  const found = await organizedEvent(params)
  const { event, actor, base } = found
  const wanted = (await params).person
  const people = await participantsOf(actor, event.id)
  const teams = await rostersOf(actor, event.id)
  if (isRefusal(people) || isRefusal(teams)) notFound()
  const person = people.find(({ id }) => id === wanted)
  if (!person) notFound()
  const t = await getTranslations('organize.people')
  const captain = person.provisional ? t('captain-provisional') : t('captain')
  return (
    <OrganizerPage
      found={found}
      place="people"
      title={`${person.givenName} ${person.familyName}`.trim()}
      caption={t(`states.${stateOf(person)}`)}
    >
      <div className="page grid gap-x-12 gap-y-9 pb-12 lg:grid-cols-2">
        <div>
          <Facts
            facts={[
              [t('email'), person.email],
              [t('institution'), person.institution ?? t('none')],
              [t('programme'), person.programme],
              [t('study-year'), person.studyYear],
              [t('team'), person.team ?? t('no-team')],
              [t('role'), person.role === 'captain' ? captain : null],
            ]}
          />
          <Link href={`${base}/people` as Route} className="link inline-flex min-h-12 items-center">
            {t('all-people')}
          </Link>
        </div>
        <Section title={t('move-title')}>
          <div className="pt-5">
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
                    ...teams
                      .filter(({ withdrawnAt, guest }) => withdrawnAt === null && !guest)
                      .map(({ id, name, seats, members }) => ({
                        value: id,
                        label: t('team-seats', { name, taken: members.length, seats }),
                      })),
                  ],
                },
                ...(await reasonField(found)),
              ]}
              submit={t('move')}
              done={t('moved')}
              columns=""
            />
          </div>
        </Section>
      </div>
    </OrganizerPage>
  )
}
