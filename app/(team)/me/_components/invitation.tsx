import type { Route } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { QrCode } from '@/components/ui/qr-code'
import { baseUrl } from '@/server/env'
import type { FoundEvent } from '@/server/events/find-event'
import { CopyLink, ShareLink } from '../../_components/copy-link'
import { FieldsForm, type Question } from '../../_components/fields-form'
import { revoke } from '../../actions'
import { invite } from '../../looking-actions'
import { addressOf } from '../chosen-event'
import type { Team } from './own-team'

const ENDS_AFTER_HOURS = [24, 72]

/** How a captain fills the free seats: one press for a link, or first how many it lets in and until when. */
export async function Invitation({ found, team }: { found: FoundEvent; team: Team }) {
  const t = await getTranslations('teams')
  return (
    <div className="grid gap-5 border-t pt-5">
      {team.invitation ? (
        <OpenInvitation found={found} team={team} />
      ) : (
        <>
          <FieldsForm send={invite} given={{ team: team.id }} submit={t('invite')} look="secondary" wide>
            <p className="text-muted text-sm">
              {t('invite-lead', { free: team.seats - team.members.length })}
            </p>
          </FieldsForm>
          <details>
            <summary className="tap link inline-flex items-center">{t('share-settings')}</summary>
            <div className="pt-4">
              <FieldsForm
                send={invite}
                given={{ team: team.id }}
                questions={await limits(team)}
                submit={t('invite')}
                look="secondary"
              />
            </div>
          </details>
        </>
      )}
      {team.isCaptain && (
        <Link href={`/me/board?event=${addressOf(found)}` as Route} className="tap link justify-self-start">
          {t('looking.see-board')}
        </Link>
      )}
    </div>
  )
}

async function limits(team: Team): Promise<Question[]> {
  const t = await getTranslations('teams')
  const free = team.seats - team.members.length
  const counts = Array.from({ length: free }, (_, index) => String(free - index))
  return [
    {
      ...{ kind: 'choice', name: 'uses', label: t('uses'), value: String(free) },
      choices: counts.map((count) => [count, count === String(free) ? t('uses-all', { free }) : count]),
    },
    {
      ...{ kind: 'choice', name: 'hours', label: t('ends'), value: '0' },
      choices: [
        ['0', t('ends-lock')],
        ...ENDS_AFTER_HOURS.map((hours) => [String(hours), t('ends-hours', { hours })] as const),
      ],
    },
  ]
}

async function OpenInvitation({ found: { event }, team }: { found: FoundEvent; team: Team }) {
  const t = await getTranslations('teams')
  const locale = await getLocale()
  if (!team.invitation) return null
  const { id, code, left, expiresAt } = team.invitation
  const link = `${baseUrl()}/j/${code}`
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
      <QrCode text={link} label={t('qr')} />
      <div className="min-w-0 flex-1 basis-48">
        <p id="invitation-link" className="figures break-all font-medium">
          {link.replace(/^https?:\/\//, '')}
        </p>
        <p className="mt-1 text-muted text-sm">
          {t('invitation-left', { left })}{' '}
          {expiresAt &&
            t('invitation-until', {
              until: `${dayIn(expiresAt, event.timeZone, locale)}, ${clockIn(expiresAt, event.timeZone, locale)} ${event.city}`,
            })}
        </p>
        <div className="flex flex-wrap gap-x-3">
          <CopyLink link={link} copy={t('copy-link')} copied={t('copied')} />
          <ShareLink link={link} share={t('share')} />
          <FieldsForm send={revoke} given={{ invitation: id }} submit={t('revoke')} look="quiet" />
        </div>
      </div>
    </div>
  )
}
