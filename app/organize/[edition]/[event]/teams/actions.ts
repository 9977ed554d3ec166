'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { renameTeam } from '@/server/teams/rename-team'
import { withdrawTeam } from '@/server/teams/withdraw-team'

const refresh = () => revalidatePath('/organize', 'layout')

export const rename = formAction(
  z.object({ team: z.string().max(100), name: z.string().max(1000) }),
  renameTeam,
  refresh,
)

export const withdraw = formAction(
  z.object({ team: z.string().max(100), reason: z.string().max(500).optional() }),
  withdrawTeam,
  refresh,
)
