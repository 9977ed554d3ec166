import 'server-only'
import { createTranslator } from 'use-intl/core'
import { readMessages } from '@/messages/read'
import { LOCALE } from '../messages'

export interface Finding {
  readonly state: 'fine' | 'warning' | 'fault'
  /** Its sentence in messages/en/doctor.json. */
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}
type Values = Finding['values']

export const fine = (part: string, values: Values = {}): Finding => ({ state: 'fine', code: part, values })
export const warning = (part: string, values: Values = {}): Finding => ({
  state: 'warning',
  code: `${part}-warning`,
  values,
})
export const fault = (part: string, values: Values = {}): Finding => ({
  state: 'fault',
  code: `${part}-fault`,
  values,
})

/** A finding in words: what is so, and what to do when it should not be. */
export function inWords({ code, values }: Finding): string {
  const messages: Record<string, string> = readMessages(LOCALE).doctor
  return createTranslator({ locale: LOCALE, messages })(code, values)
}
