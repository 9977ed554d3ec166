'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { assignPanel } from '@/server/judging/assign-panel'
import { makePresident } from '@/server/judging/make-president'
import { seatByEmail } from '@/server/judging/seat-by-email'
import { unseatJuror } from '@/server/judging/unseat-juror'
import { commitDraw } from '@/server/stage/commit-draw'
import { drawPitchOrder } from '@/server/stage/draw-pitch-order'

const refresh = () => revalidatePath('/organize', 'layout')
const key = z.string().max(100)
const written = z.string().max(1000)

export const seat = formAction(
  z.object({
    event: key,
    office: written,
    organization: key.transform((id) => id || null),
    award: key.optional().transform((id) => id || null),
    givenName: written,
    familyName: written.optional(),
    email: written.optional(),
    kind: z.enum(['voting', 'honorary', 'president']),
  }),
  (actor, { kind, ...input }) =>
    seatByEmail(actor, { ...input, voting: kind !== 'honorary', president: kind === 'president' }),
  refresh,
)

const seated = z.object({ juror: key })
export const preside = formAction(seated, makePresident, refresh)
export const unseat = formAction(seated, unseatJuror, refresh)
export const assign = formAction(
  z.object({
    event: key,
    kind: z.enum(['full', 'sampled']),
    perEntry: written.optional(),
    seed: written.optional(),
  }),
  (actor, { event, kind, perEntry, seed }) =>
    assignPanel(actor, kind === 'full' ? { event } : { event, perEntry: Number(perEntry), seed }),
  refresh,
)
export const commit = formAction(z.object({ event: key, seed: written }), commitDraw, refresh)
export const draw = formAction(z.object({ event: key }), drawPitchOrder, refresh)
