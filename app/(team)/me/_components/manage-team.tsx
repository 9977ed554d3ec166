import { getTranslations } from 'next-intl/server'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import { currentActor } from '@/server/session'
import { institutionsIn } from '@/server/teams/represent-institution'
import { FieldsForm } from '../../_components/fields-form'
import { handOver, leaveMyTeam, remove, rename, withdraw } from '../../actions'
import { represent } from '../../looking-actions'
import type { Team } from './own-team'

/** What is done rarely: rename, hand over, remove, leave, withdraw. Folded away, so that no thumb does it by chance. */
export async function ManageTeam({ found, team, open }: { found: FoundEvent; team: Team; open: boolean }) {
  const t = await getTranslations('teams')
  const actor = await currentActor()
  const object = { event: found.facts, team: team.id }
  const mayRename = can(actor, 'edit-project', object, now()) === null
  const mayWithdraw = can(actor, 'withdraw-team', object, now()) === null && !team.withdrawn
  const mayLeave = can(actor, 'leave-team', object, now()) === null
  const others = open ? team.members.filter(({ self }) => !self) : []
  const institutions = mayRename ? await institutionsIn(team.id) : []
  const nameOf = (member: (typeof others)[number]) => member.givenName || t('nameless')
  if (!mayRename && !mayWithdraw && !mayLeave && others.length === 0) return null
  return (
    <details className="border-t">
      <summary className="flex min-h-12 items-center font-semibold">{t('manage')}</summary>
      <div className="grid gap-5 pb-4">
        {mayRename && (
          <FieldsForm
            key={team.name}
            send={rename}
            given={{ team: team.id }}
            questions={[{ kind: 'line', name: 'name', label: t('name'), value: team.name, maxLength: 200 }]}
            submit={t('rename')}
            look="secondary"
          />
        )}
        {mayRename && institutions.length > 1 && (
          <FieldsForm
            key={team.institutionId}
            send={represent}
            given={{ team: team.id }}
            questions={[
              {
                ...{
                  kind: 'choice',
                  name: 'institution',
                  label: t('represents'),
                  hint: t('represents-hint'),
                },
                value: team.institutionId ?? '',
                choices: [
                  ...(institutions.some(({ id }) => id === team.institutionId)
                    ? []
                    : [['', t('represents-none')] as const]),
                  ...institutions.map(
                    ({ id, name, members }) => [id, t('represents-of', { name, members })] as const,
                  ),
                ],
              },
            ]}
            submit={t('represent')}
            look="secondary"
          />
        )}
        {others.map((member) => (
          <div key={member.member} className="flex flex-wrap gap-3">
            <FieldsForm
              send={handOver}
              given={{ team: team.id, member: member.member }}
              submit={t('hand-over', { name: nameOf(member) })}
              look="secondary"
            />
            <FieldsForm
              send={remove}
              given={{ team: team.id, member: member.member }}
              submit={t('remove', { name: nameOf(member) })}
              look="danger"
            />
          </div>
        ))}
        {mayLeave && (
          <FieldsForm send={leaveMyTeam} given={{ team: team.id }} submit={t('leave')} look="danger" />
        )}
        {mayWithdraw && (
          <FieldsForm send={withdraw} given={{ team: team.id }} submit={t('withdraw')} look="danger" />
        )}
      </div>
    </details>
  )
}
