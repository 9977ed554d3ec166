/** `npm run retention [-- --erase]`: what the time set at its event has run out for, and erasing it. */
import { createTranslator } from 'use-intl/core'
import { readMessages } from '@/messages/read'
import { askServer } from '@/server/door'
import { type RetentionLine, retentionErrand } from '@/server/retention/errand'

const t = createTranslator({ locale: 'en', messages: readMessages('en'), namespace: 'privacy' })

const asked = process.argv.slice(2)
if (asked.some((word) => word !== '--erase')) {
  console.error(t('retention-usage'))
  process.exit(2)
}
try {
  const erase = asked.includes('--erase')
  const lines =
    (await askServer<RetentionLine[]>('retention', { erase })) ?? (await retentionErrand({ erase }))
  // What a command finds is what it prints.
  for (const { event, people, registrations } of lines)
    console.log(t(erase ? 'retention-erased' : 'retention-due', { event, people, registrations }))
  console.log(t(lines.length === 0 ? 'retention-nothing' : erase ? 'retention-done' : 'retention-how'))
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
