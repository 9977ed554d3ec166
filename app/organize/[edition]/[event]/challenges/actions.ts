'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { writeChallenge } from '@/server/challenges/write-challenge'

const optional = z
  .string()
  .max(5000)
  .transform((text) => text.normalize('NFC').trim() || null)

export const write = formAction(
  z.object({
    editionId: z.string().max(100),
    ownerId: z.string().max(100),
    code: z.string().trim().normalize('NFC').min(1, 'challenge-code').max(20, 'challenge-code'),
    title: z
      .string()
      .trim()
      .normalize('NFC')
      .regex(/[\p{L}\p{N}]/u, 'challenge-title')
      .max(200, 'challenge-title'),
    context: optional,
    resource: optional,
    licence: optional,
    acknowledgementNeeded: z
      .string()
      .optional()
      .transform((tick) => tick === 'on'),
    mostTeams: z
      .string()
      .trim()
      .regex(/^\d{0,4}$/, 'challenge-most')
      .optional()
      .transform((most) => (most ? Number(most) : null)),
  }),
  writeChallenge,
  () => revalidatePath('/organize', 'layout'),
)
