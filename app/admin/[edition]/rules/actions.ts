'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { LOCKABLE_RULES } from '@/domain/editions/locks'
import { formAction } from '@/server/action'
import { liftLock } from '@/server/editions/lift-lock'
import { lockRule } from '@/server/editions/lock-rule'

const refresh = () => revalidatePath('/admin', 'layout')
const place = { edition: z.string().max(100), rule: z.enum(LOCKABLE_RULES) }

export const lock = formAction(z.object({ ...place, reason: z.string().max(5000) }), lockRule, refresh)

export const lift = formAction(z.object(place), liftLock, refresh)
