'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { enterByJurorLink } from '@/server/juror-links/enter-by-juror-link'

/** Claims the link for this device. Only a press of Start gets here: previews open links, but send no forms. */
export const start = formAction(
  z.object({ token: z.string().max(100) }),
  (_anyone, link) => enterByJurorLink(link),
  ({ edition, event }) => redirect(`/jury/${edition}/${event}` as Route),
)
