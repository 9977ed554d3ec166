'use server'

import { z } from 'zod'
import { formAction } from '@/server/action'
import { unsubscribe } from '@/server/messages-to-people/unsubscribe'

export const leave = formAction(z.object({ token: z.string().max(300) }), unsubscribe)
