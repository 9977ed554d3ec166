import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import type { GuardianStanding } from '@/domain/registration/guardian'

const WORDS = {
  unnamed: ['warn', 'guardian-unnamed'],
  waits: ['warn', 'guardian-waits'],
  refused: ['warn', 'guardian-no'],
  given: ['success', 'guardian-yes'],
} as const

/** How it stands with a guardian's consent, in a sentence. */
export async function GuardianAsked({ standing, name }: { standing: GuardianStanding; name: string }) {
  const t = await getTranslations('privacy')
  const [kind, words] = WORDS[standing]
  return <Notice kind={kind}>{t(words, { name })}</Notice>
}
