'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { addPerson } from '@/server/registration/add-person'
import { movePerson } from '@/server/registration/move-person'

const text = (max: number) => z.string().max(max)
const refresh = () => revalidatePath('/organize', 'layout')

export const add = formAction(
  z.object({
    event: text(100),
    givenName: text(500),
    familyName: text(500).optional(),
    email: text(500),
    institution: text(100),
    programme: text(500).optional(),
    reason: text(500).optional(),
  }),
  addPerson,
  refresh,
)

export const move = formAction(
  z.object({
    event: text(100),
    person: text(100),
    team: text(100).transform((team) => team || null),
    reason: text(500).optional(),
  }),
  movePerson,
  refresh,
)
