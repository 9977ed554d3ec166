import 'server-only'
import { createTranslator } from 'use-intl/core'
import type { Refusal } from '@/domain/refusal'
import { wallMoment } from '@/domain/schedule/wall-moment'
import { readMessages } from '@/messages/read'
import { LOCALE } from './messages'

/** The HTTP status of each refusal that is not a broken rule (422). */
const STATUS: Record<string, number> = {
  malformed: 400,
  'sign-in': 401,
  'other-seat': 401,
  'not-allowed': 403,
  'foreign-write': 403,
  'not-found': 404,
  'method-unknown': 405,
  'body-large': 413,
  'stage-moved': 409,
  'slow-down': 429,
  'rule-locked': 423,
  'ballot-submitted': 423,
  'ballot-recused': 423,
  'ballot-absent': 423,
  'storage-full': 507,
}

/** The status a refusal answers with: 423 for what is closed or locked, 409 for a lost race, 422 for other rules. */
export function statusOf({ code }: Refusal): number {
  if (STATUS[code]) return STATUS[code]
  if (code.startsWith('closed-') || code.startsWith('too-')) return 423
  if (code.startsWith('lost-')) return 409
  if (code.startsWith('gone-')) return 410
  return 422
}

/** A refusal as a sentence: what happened, which rule, what to do. Instants are shown in the event's zone. */
export function sentenceOf({ code, values = {} }: Refusal): string {
  const messages: Record<string, string> = readMessages(LOCALE).refusals
  const translate = createTranslator({ locale: LOCALE, messages })
  return translate(code, { ...values, ...readableInstant(values) })
}

function readableInstant({ at, zone }: NonNullable<Refusal['values']>): Record<string, string> {
  if (typeof at !== 'string' || typeof zone !== 'string') return {}
  const format = new Intl.DateTimeFormat(LOCALE, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  // Where clocks go back, an hour is shown twice.
  const { shownTwice, offset } = wallMoment(zone, new Date(at))
  const said = format.format(new Date(at)) + (shownTwice ? ` ${offset}` : '')
  return { at: said, zone: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone }
}
