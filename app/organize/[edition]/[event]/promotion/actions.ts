'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { acceptPromotion } from '@/server/promotion/accept-promotion'
import { confirmOffer } from '@/server/promotion/confirm-offer'
import { declineOffer } from '@/server/promotion/decline-offer'
import { expireOffer } from '@/server/promotion/expire-offer'
import { nominateWinner } from '@/server/promotion/nominate-winner'
import { withdrawPromotion } from '@/server/promotion/withdraw-promotion'

const promotion = z.uuid()
const reason = z.string().max(1_000).optional()
const refresh = () => revalidatePath('/', 'layout')

export const nominate = formAction(z.object({ event: z.uuid() }), nominateWinner, refresh)

export const override = formAction(
  z
    .object({ event: z.uuid(), entry: z.uuid(), reason: z.string().max(1_000).default('') })
    .transform(({ event, ...override }) => ({ event, override })),
  nominateWinner,
  refresh,
)

export const confirm = formAction(z.object({ promotion }), confirmOffer, refresh)
export const decline = formAction(z.object({ promotion, reason }), declineOffer, refresh)
export const expire = formAction(z.object({ promotion, reason }), expireOffer, refresh)
export const accept = formAction(z.object({ promotion }), acceptPromotion, refresh)
export const withdraw = formAction(
  z.object({ promotion, reason: z.string().max(1_000).default('') }),
  withdrawPromotion,
  refresh,
)
