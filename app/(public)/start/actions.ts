'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { eventShape, wholeNumber, written } from '@/app/_components/event-shape'
import { readEvent } from '@/domain/events/read-event'
import { isRefusal } from '@/domain/refusal'
import { formAction } from '@/server/action'
import { foundInstallation } from '@/server/editions/found-installation'
import { enterAsFounder } from '@/server/sign-in/enter-founder'

const shape = z.object({
  ...eventShape,
  setup: written,
  competition: written,
  address: written,
  year: wholeNumber,
  ordinal: wholeNumber,
  scope: written,
  startsOn: written,
  endsOn: written,
  givenName: written,
  familyName: written,
  email: written,
  code: written.optional().default(''),
})

/** Founds the installation and signs this browser in. Nobody is anybody yet: the setup code decides. */
export const found = formAction(
  shape,
  async (_anyone, { setup, competition, address, code, ...typed }) => {
    const event = readEvent({ ...typed, slug: '' })
    if (isRefusal(event)) return event
    const { year, ordinal, scope, givenName, familyName, email } = typed
    return foundInstallation({
      ...{ setup, code, event, owner: { givenName, familyName, email } },
      competition: { name: competition, address },
      edition: { year, ordinal, scope, startsOn: typed.startsOn || null, endsOn: typed.endsOn || null },
    })
  },
  async ({ address, email }) => {
    const entered = await enterAsFounder({ email })
    redirect((isRefusal(entered) ? '/sign-in' : `/organize/${address}`) as Route)
  },
)
