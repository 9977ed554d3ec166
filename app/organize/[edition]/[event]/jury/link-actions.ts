'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { makeJurorLink } from '@/server/juror-links/make-juror-link'
import { makeLinkCards } from '@/server/juror-links/make-link-cards'
import { revokeJurorLink } from '@/server/juror-links/revoke-juror-link'

const refresh = () => revalidatePath('/organize', 'layout')
const key = z.string().max(100)
const seat = z.object({ juror: key })

export const makeLink = formAction(seat, makeJurorLink, refresh)
export const revokeLink = formAction(seat, revokeJurorLink, refresh)
export const makeCards = formAction(
  z.object({ event: key, claimed: z.enum(['yes', 'no']).transform((answer) => answer === 'yes') }),
  makeLinkCards,
  refresh,
)
