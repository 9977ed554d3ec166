'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { readRubricLines } from '@/domain/judging/rubric-lines'
import { isRefusal } from '@/domain/refusal'
import { formAction } from '@/server/action'
import { createAward } from '@/server/judging/create-award'

const refresh = () => revalidatePath('/organize', 'layout')
const key = z.string().max(100)

export const create = formAction(
  z.object({
    event: key,
    name: z.string().max(1000),
    partner: key.transform((id) => id || null),
    criteria: z.string().max(10_000),
  }),
  async (actor, input) => {
    const criteria = readRubricLines(input.criteria)
    return isRefusal(criteria) ? criteria : createAward(actor, { ...input, criteria })
  },
  refresh,
)
