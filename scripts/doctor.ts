/** `npm run doctor`: what is wrong with this installation, in sentences. Exits 0 only if nothing is. */
import { createTranslator } from 'use-intl/core'
import { readMessages } from '@/messages/read'
import { examine } from '@/server/doctor/examine'
import { type Finding, inWords } from '@/server/doctor/findings'
import { askServer } from '@/server/door'

const SIGNS = { fine: '✓', warning: '!', fault: '✗' }
const t = createTranslator({ locale: 'en', messages: readMessages('en'), namespace: 'doctor' })

try {
  const asked = await askServer<Finding[]>('doctor')
  const findings = asked ?? (await examine())
  console.log(asked ? t('asked') : t('alone'))
  for (const finding of findings) console.log(`${SIGNS[finding.state]} ${inWords(finding)}`)
  const faults = findings.filter(({ state }) => state === 'fault').length
  console.log(faults === 0 ? t('all-well') : t('faults', { count: faults }))
  process.exit(faults === 0 ? 0 : 1)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
