import 'server-only'
import { getTranslations } from 'next-intl/server'
import { LIST_LIMITS } from '@/domain/registration/import/table'

/** The words of the form, which runs in the browser too. */
export async function chooseWords() {
  const t = await getTranslations('importList')
  return {
    title: t('drop'),
    lead: t('drop-lead'),
    choose: t('choose'),
    kinds: t('kinds', { megabytes: LIST_LIMITS.bytes / 1024 / 1024 }),
    paste: t('paste'),
    pasteHint: t('paste-hint'),
    pastedName: t('pasted-name'),
    check: t('check-pasted'),
    reading: t('reading'),
  }
}
