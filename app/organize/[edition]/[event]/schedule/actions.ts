'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { addItem } from '@/server/schedule/add-item'
import { removeItem } from '@/server/schedule/remove-item'

const text = (max: number) => z.string().max(max)
const refresh = () => revalidatePath('/', 'layout')

export const add = formAction(
  z.object({
    event: text(100),
    title: text(200),
    startsAt: text(30),
    endsAt: text(30).optional(),
    place: text(200).optional(),
    track: text(60).optional(),
  }),
  addItem,
  refresh,
)

export const remove = formAction(z.object({ event: text(100), item: text(100) }), removeItem, refresh)
