import { getTranslations } from 'next-intl/server'
import type { FoundEvent } from '@/server/events/find-event'
import { currentActor } from '@/server/session'
import { requestsOf } from '@/server/teams/board-queries'
import { FieldsForm } from '../../_components/fields-form'
import { accept, decline } from '../../looking-actions'
import type { Team } from './own-team'

/** Who asks the captain for a seat: yes or no, once. */
export async function Requests({ found, team }: { found: FoundEvent; team: Team }) {
  const t = await getTranslations('teams')
  const asked = await requestsOf(await currentActor(), found.facts, team.id)
  if (asked.length === 0) return null
  return (
    <section id="requests" className="grid gap-2 border-t pt-5">
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 font-semibold">
        {t('looking.requests')}
        <span className="caption font-normal text-muted">
          {t('looking.requestsOf', { count: asked.length })}
        </span>
      </h3>
      <ul className="hairlines border-b-0">
        {asked.map(({ id, givenName, familyName, institution, message }) => (
          <li key={id} className="grid gap-3 py-4 [overflow-wrap:anywhere]">
            <div>
              <p className="font-medium">{`${givenName} ${familyName}`.trim() || t('nameless')}</p>
              {institution && <p className="text-muted text-sm">{institution}</p>}
              {message && <p className="mt-1">{message}</p>}
            </div>
            <div className="flex flex-wrap gap-3">
              <FieldsForm
                send={accept}
                given={{ request: id }}
                submit={t('looking.accept', { name: givenName || t('nameless') })}
                look="secondary"
              />
              <FieldsForm send={decline} given={{ request: id }} submit={t('looking.decline')} look="quiet" />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
