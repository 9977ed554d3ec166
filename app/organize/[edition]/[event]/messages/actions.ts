'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { SEGMENTS } from '@/domain/messages/segments'
import { formAction } from '@/server/action'
import { writeMessage } from '@/server/messages-to-people/write-message'

export const write = formAction(
  z.object({
    message: z.uuid(),
    event: z.string().max(100),
    segment: z.enum(SEGMENTS),
    subject: z.string().max(200),
    text: z.string().max(10_000),
    act: z.enum(['preview', 'test', 'send']),
    previewed: z.string().max(100).optional(),
  }),
  writeMessage,
  ({ act }) => act === 'send' && revalidatePath('/organize', 'layout'),
)
