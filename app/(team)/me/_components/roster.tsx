import { getTranslations } from 'next-intl/server'
import { type Seat, Seats } from '@/components/teams/seats'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import { currentActor } from '@/server/session'
import type { Teammate } from '@/server/teams/queries'
import { FieldsForm } from '../../_components/fields-form'
import { claim } from '../../actions'
import { Invitation } from './invitation'
import { ManageTeam } from './manage-team'
import type { Team } from './own-team'
import { Requests } from './requests'

/** Who sits in the team, and for its captain the way to fill the free seats. */
export async function Roster({
  found,
  team,
  unconfirmed,
}: {
  found: FoundEvent
  team: Team
  unconfirmed: boolean
}) {
  const t = await getTranslations('teams')
  const actor = await currentActor()
  const noClaim = can(actor, 'claim-captaincy', { event: found.facts, team: team.id }, now())
  const open = can(actor, 'manage-roster', { event: found.facts, team: team.id }, now()) === null
  const taken = team.members.length
  const missing = found.event.teamMin - taken
  return (
    <Section title={t('team')} caption={t('of-seats', { taken, seats: team.seats })}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 pt-4">
        <Seats seats={await seatsOf(team)} label={t('seats')} />
        {missing > 0 && open && (
          <Notice kind="warn">{t('too-few', { min: found.event.teamMin, missing })}</Notice>
        )}
        {team.captaincyOpen && !unconfirmed && !noClaim && (
          <Notice title={t('provisional-title')}>
            <p className="mb-3">{t('provisional-lead')}</p>
            <FieldsForm send={claim} given={{ team: team.id }} submit={t('claim')} look="secondary" />
          </Notice>
        )}
        {open && taken < team.seats && <Invitation found={found} team={team} />}
        <Requests found={found} team={team} />
        <ManageTeam found={found} team={team} open={open} />
      </div>
    </Section>
  )
}

async function seatsOf({ members, seats }: Team): Promise<Seat[]> {
  const t = await getTranslations('teams')
  const about = ({ captain, provisional, confirmed }: Teammate) => {
    if (captain) return provisional ? t('provisional') : t('captain')
    return confirmed ? t('joined') : t('unconfirmed')
  }
  const taken = members.map((member) => ({
    id: member.member,
    state: member.captain ? ('captain' as const) : ('taken' as const),
    mark: initials(member) || undefined,
    name: member.givenName || t('nameless'),
    about: about(member),
  }))
  const free = Array.from({ length: Math.max(0, seats - members.length) }, (_, index) => ({
    id: `free-${index}`,
    state: 'free' as const,
    name: t('free'),
  }))
  return [...taken, ...free]
}

/** The first letter of each name as a reader sees it, whatever the script. */
const initials = ({ givenName, familyName }: Teammate) =>
  [givenName, familyName].map((name) => [...name][0]?.toLocaleUpperCase('az') ?? '').join('')
