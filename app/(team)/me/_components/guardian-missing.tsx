import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FoundEvent } from '@/server/events/find-event'
import { ownGuardian } from '@/server/guardians/queries'
import { currentActor } from '@/server/session'
import { addressOf } from '../chosen-event'

const WORDS = { unnamed: 'guardian-unnamed', waits: 'guardian-waits', refused: 'guardian-no' } as const

/** On a minor's home, until the guardian has agreed: that it is missing, and the way to ask. */
export async function GuardianMissing({ found }: { found: FoundEvent }) {
  const own = await ownGuardian(await currentActor(), found.event.id)
  if (!own?.standing || own.standing === 'given') return null
  const t = await getTranslations('privacy')
  return (
    <Notice kind="warn" title={t('guardian-page')}>
      <p className="pb-3">{t(WORDS[own.standing], { name: own.name })}</p>
      <ButtonLink look="secondary" href={`/me/guardian?event=${addressOf(found)}` as Route}>
        {t(own.standing === 'unnamed' ? 'guardian-open' : 'guardian-see')}
      </ButtonLink>
    </Notice>
  )
}
