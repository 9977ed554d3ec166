'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { acknowledgeTerms } from '@/server/challenges/acknowledge-terms'
import { now } from '@/server/clock'
import { answerJoinRequest } from '@/server/teams/answer-join-request'
import { askToJoin } from '@/server/teams/ask-to-join'
import { inviteFromBoard } from '@/server/teams/invite-from-board'
import { listOnBoard } from '@/server/teams/list-on-board'
import { makeInvitation } from '@/server/teams/make-invitation'
import { representInstitution } from '@/server/teams/represent-institution'
import { takeBackRequest } from '@/server/teams/take-back-request'
import { takeOffBoard } from '@/server/teams/take-off-board'

const id = z.string().max(100)
const line = z.string().max(2_000)
const refresh = () => revalidatePath('/me', 'layout')

export const ask = formAction(z.object({ team: id, message: line.optional() }), askToJoin, refresh)
export const takeBack = formAction(z.object({ request: id }), takeBackRequest, refresh)

export const accept = formAction(
  z.object({ request: id }),
  (actor, { request }) => answerJoinRequest(actor, { request, accept: true }),
  refresh,
)

export const decline = formAction(
  z.object({ request: id }),
  (actor, { request }) => answerJoinRequest(actor, { request, accept: false }),
  refresh,
)

export const listMyself = formAction(
  z.object({
    event: id,
    skills: line,
    languages: line,
    about: line.optional(),
    agrees: z.string().optional(),
  }),
  (actor, { agrees, ...card }) => listOnBoard(actor, { ...card, agrees: agrees === 'on' }),
  refresh,
)

export const acknowledge = formAction(
  z.object({ event: id, challenge: id, terms: id }),
  acknowledgeTerms,
  refresh,
)

export const leaveBoard = formAction(z.object({ event: id }), takeOffBoard, refresh)
export const inviteCard = formAction(z.object({ team: id, registration: id }), inviteFromBoard, refresh)

export const represent = formAction(z.object({ team: id, institution: id }), representInstitution, refresh)

const HOUR_MS = 3_600_000

export const invite = formAction(
  z.object({ team: id, uses: z.coerce.number().optional(), hours: z.coerce.number().max(2_400).optional() }),
  (actor, { team, uses, hours }) =>
    makeInvitation(actor, {
      ...{ team, uses },
      expiresAt: hours ? new Date(now().getTime() + hours * HOUR_MS) : undefined,
    }),
  refresh,
)
