import 'server-only'
import { createTranslator } from 'next-intl'
import { readMessages } from '@/messages/read'

export interface RenderedMail {
  readonly subject: string
  readonly text: string
}

/**
 * A mail of the outbox in words: `<template>.subject` and `<template>.text` of messages/<locale>/mail.json with its
 * values. A subject is one line, whatever its values hold; an instant stands in the zone of the value `timeZone`.
 * @throws when there is no such template, or a value it needs is missing
 */
export function renderMail({
  template,
  locale,
  values,
}: {
  template: string
  locale: string
  values: Readonly<Record<string, string | number>>
}): RenderedMail {
  const templates: Record<string, RenderedMail> = readMessages(locale).mail
  const words = Object.hasOwn(templates, template) ? templates[template] : undefined
  if (!words) throw new Error(`No mail template “${template}”`)
  const messages: Record<string, string> = { subject: words.subject, text: words.text }
  const timeZone = typeof values.timeZone === 'string' ? values.timeZone : 'UTC'
  // As on the pages: days before months.
  const translate = createTranslator({
    ...{ locale: locale === 'en' ? 'en-GB' : locale, messages, timeZone, onError: fail },
  })
  return {
    subject: translate('subject', values)
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
    text: translate('text', values),
  }
}

function fail(error: Error): never {
  throw error
}
