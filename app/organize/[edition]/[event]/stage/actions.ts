'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { STAGE_MOVES } from '@/domain/stage/moves'
import { formAction } from '@/server/action'
import { moveStage } from '@/server/stage/move-stage'

export const move = formAction(
  z.object({
    event: z.uuid(),
    move: z.enum(STAGE_MOVES),
    after: z.coerce.number().int().nonnegative(),
    entry: z.uuid().optional(),
  }),
  moveStage,
  () => revalidatePath('/organize', 'layout'),
)
