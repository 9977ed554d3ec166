import 'server-only'
import { createTranslator } from 'use-intl/core'
import { readMessages } from '@/messages/read'
import { baseUrl } from '../env'
import { LOCALE } from '../messages'
import { isFounded, setupCode } from './setup-code'

/** Tells whoever started an empty installation where to found it, and the code that only they can read. */
export async function announceSetup(): Promise<void> {
  if (await isFounded()) return
  const t = createTranslator({ locale: LOCALE, messages: readMessages(LOCALE).founding })
  const code = setupCode()
  const address = `${baseUrl()}/start`
  const development = process.env.NODE_ENV === 'development'
  console.warn(development ? t('announce-link', { address, code }) : t('announce', { address, code }))
}
