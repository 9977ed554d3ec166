import { getRequestConfig } from 'next-intl/server'
import { readMessages } from '@/messages/read'

export const LOCALE = 'en'

export default getRequestConfig(async () => ({
  locale: LOCALE,
  messages: readMessages(LOCALE),
  timeZone: 'UTC',
}))
