'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { Actor, SignedIn } from '@/domain/access/actor'
import { DECISION_KINDS } from '@/domain/judging/states'
import { type Refusal, refuse } from '@/domain/refusal'
import { formAction } from '@/server/action'
import { liftSetAside } from '@/server/judging/lift-set-aside'
import { setAsideBallot } from '@/server/judging/set-aside-ballot'
import { recordDecision } from '@/server/ranking/record-decision'
import { sealResult } from '@/server/ranking/seal-result'
import { isSignedIn } from '@/server/session'

const event = z.uuid()
const reason = z.string().max(1_000).default('')
const refresh = () => revalidatePath('/organize', 'layout')

const signedIn =
  <I, O>(perform: (actor: SignedIn, input: I) => Promise<O | Refusal>) =>
  async (actor: Actor, input: I): Promise<O | Refusal> =>
    isSignedIn(actor) ? perform(actor, input) : refuse('sign-in')

/** The tied entries in the order of their buttons, the first one chosen moved to the front. */
export const decide = formAction(
  z
    .object({
      event,
      kind: z.enum(DECISION_KINDS),
      entries: z.string(),
      first: z.string().optional(),
      reason,
    })
    .transform(({ entries, first, ...rest }) => {
      const all = entries.split(' ').filter(Boolean)
      return { ...rest, entries: first ? [first, ...all.filter((entry) => entry !== first)] : all }
    }),
  signedIn(recordDecision),
  refresh,
)

/** The entries too close to call by the places chosen for them, best first. */
export const decideCloseCall = formAction(
  z
    .object({ event, reason })
    .catchall(z.uuid('decision-place-empty'))
    .transform(({ event, reason, ...places }) => ({
      event,
      reason,
      kind: 'order' as const,
      entries: Object.entries(places)
        .filter(([name]) => name.startsWith('place-'))
        .sort(([a], [b]) => Number(a.slice(6)) - Number(b.slice(6)))
        .map(([, entry]) => entry),
    })),
  signedIn(recordDecision),
  refresh,
)

export const setAside = formAction(z.object({ ballot: z.uuid(), reason }), signedIn(setAsideBallot), refresh)

export const lift = formAction(z.object({ ballot: z.uuid() }), signedIn(liftSetAside), refresh)

export const seal = formAction(
  z.object({ event, digest: z.string().optional() }),
  signedIn(sealResult),
  refresh,
)
