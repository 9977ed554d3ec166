import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { RoleBar } from '@/components/demo/role-bar'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { now } from '@/server/clock'
import { env } from '@/server/env'
import { addressesOf } from '@/server/people/queries'
import { currentActor } from '@/server/session'
import { foldBar, stepInto } from './demo-actions'
import { addressOf, DEMO_ROLES } from './demo-roles'

/** The clock the example tells its story by. */
const BAKU = 'Asia/Baku'

/** In the demo, the way into every role, with the stage and the competition's clock. */
export async function DemoBar() {
  const { DEMO_STAGE } = env()
  if (!DEMO_STAGE) return null
  const t = await getTranslations('demo')
  const { personId } = await currentActor()
  const at = `${dayIn(now(), BAKU)}, ${clockIn(now(), BAKU)}`
  const roles = DEMO_ROLES.map((role) => ({
    email: addressOf(role.account),
    name: t(`roles.${role.key}.name`),
    hint: t(`roles.${role.key}.hint`),
    ...('seats' in role && {
      seats: Array.from({ length: role.seats }, (_, index) => ({
        email: addressOf(role.account, index + 1),
        name: t('seat', { number: index + 1 }),
      })),
    }),
  }))
  return (
    <RoleBar
      roles={roles}
      current={personId ? await exampleAddress(personId) : ''}
      hidden={(await cookies()).get('demo-bar')?.value === 'hidden'}
      words={{
        caption: t('caption'),
        lead: t('lead'),
        stage: t('stage', { stage: t(`stage-${DEMO_STAGE}`) }),
        clock: t('clock', { at }),
        hide: t('hide'),
        show: t('show'),
      }}
      step={stepInto}
      toggle={foldBar}
    />
  )
}

/** The captain and the student have an address of the import too; the example's own marks the role. */
async function exampleAddress(personId: string): Promise<string> {
  const addresses = await addressesOf(personId)
  return addresses.find((address) => address.endsWith('@example.org')) ?? addresses[0] ?? ''
}
