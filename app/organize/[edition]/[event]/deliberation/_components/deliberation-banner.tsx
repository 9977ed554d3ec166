import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { chanceText } from '@/components/score/chance'
import { Notice } from '@/components/ui/notice'
import type { Companion, ComponentCompanion } from '@/domain/ranking/companion/companion'
import type { DeliberationReason } from '@/domain/ranking/companion/deliberation'
import { refuse } from '@/domain/refusal'
import type { Look } from '@/server/ranking/compute-ranking'
import { sentenceOf } from '@/server/refusals'
import { chancesByEntry } from './chances'

/** How sure the ranking is, in words: why the jury is asked to deliberate, and between whom it is too close to call. */
export async function DeliberationBanner({
  look,
  companion,
  order,
}: {
  look: Look
  companion: Companion
  /** The order the jury may give to entries too close to call; nothing once sealed. */
  order: ((entries: readonly string[]) => ReactNode) | null
}) {
  const { record, ranking } = look
  const t = await getTranslations('ranking')
  const team = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  const office = (id: string) => record.jurors.find((juror) => juror.id === id)?.office ?? ''
  const chances = chancesByEntry(companion)
  const parts = companion.components.filter(({ entries }) => entries.length > 1)
  if (companion.components.length === 0 && ranking.ranking.length > 0) {
    return (
      <div className="mb-8">
        <Notice>{t('sure-failed')}</Notice>
      </div>
    )
  }
  if (parts.length === 0) return null
  return (
    <div className="mb-8 grid gap-3">
      {parts.map((part) => (
        <Notice
          key={part.leader}
          kind={part.deliberate.length > 0 ? 'warn' : 'info'}
          title={t(titleOf(part), { team: team(part.leader) })}
        >
          <ul className="grid gap-1">
            {part.deliberate.map((reason) => (
              <li key={JSON.stringify(reason)}>{wordsOf(reason)}</li>
            ))}
          </ul>
          {!part.model.available && <p>{sentenceOf(refuse(`companion-${part.model.reason}`))}</p>}
          {part.tooClose.length > 1 && (
            <p className="mt-1">
              <span className="font-semibold text-text">{t('too-close')}</span>{' '}
              {part.tooClose
                .map((id) => `${team(id)} ${chanceText(chances.get(id)?.pFirst ?? 0)}`)
                .join(' · ')}
            </p>
          )}
          {part.deliberate.length > 0 && part.tooClose.length > 1 && order?.(part.tooClose)}
        </Notice>
      ))}
    </div>
  )

  function wordsOf(reason: DeliberationReason): string {
    switch (reason.code) {
      case 'unsure':
        return t('reason-unsure', { team: team(reason.entry), share: chanceText(reason.pFirst) })
      case 'other-leader':
        return t('reason-other-leader', { team: team(reason.entry), leader: team(reason.leader) })
      case 'juror-decides':
        return t('reason-juror-decides', {
          count: reason.jurors.length,
          jurors: reason.jurors.map(office).join(', '),
          teams: reason.first.map(team).join(', '),
        })
    }
  }
}

function titleOf({ deliberate, model }: ComponentCompanion) {
  if (deliberate.length > 0) return 'deliberate'
  return model.available ? 'no-need-to-deliberate' : 'sure-unavailable'
}
