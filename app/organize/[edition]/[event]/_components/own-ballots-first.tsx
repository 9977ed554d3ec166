import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Refusal } from '@/domain/refusal'
import type { FoundEvent } from '@/server/events/find-event'
import { sentenceOf } from '@/server/refusals'

/** A president who scores reads nothing of the others before the own ballots are in: why, and the way to them. */
export async function OwnBallotsFirst({
  found: { edition, event },
  refusal,
}: {
  found: FoundEvent
  refusal: Refusal
}) {
  const t = await getTranslations('ranking')
  return (
    <div className="page pb-12">
      <Notice kind="warn" title={t('not-yet')}>
        <p className="mb-4">{sentenceOf(refusal)}</p>
        <ButtonLink href={`/jury/${edition.slug}/${event.slug}` as Route}>{t('own-sheet')}</ButtonLink>
      </Notice>
    </div>
  )
}
