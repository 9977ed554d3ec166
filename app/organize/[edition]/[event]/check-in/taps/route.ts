import { z } from 'zod'
import { isRefusal, refuse } from '@/domain/refusal'
import { refusalOf } from '@/server/action'
import { expectedAt } from '@/server/check-in/queries'
import { takeTaps } from '@/server/check-in/take-taps'
import { now } from '@/server/clock'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { asStorageRefusal, storageRefusal } from '@/server/storage'
import { doorEvent } from '../door-event'

type Place = { params: Promise<{ edition: string; event: string }> }

/** More in one request are sent in several. */
const MOST = 200

const Told = z.object({
  device: z.string().min(1).max(100),
  /** Whose page it is: nothing leaves as somebody else's who signed in on the device since. */
  helper: z.uuid().optional(),
  taps: z
    .array(z.object({ id: z.uuid(), registration: z.uuid(), present: z.boolean(), at: z.number() }))
    .max(MOST),
})

/** Who is expected and who came, as names, and the server's clock. */
export async function GET(_request: Request, { params }: Place) {
  const found = await doorEvent(params)
  if (!found) return problem(refuse('not-allowed'))
  const people = await expectedAt(found.actor, found.event.id)
  return isRefusal(people)
    ? problem(people)
    : Response.json({ people, now: now().getTime() }, { headers: { 'cache-control': 'no-store' } })
}

/** Takes what helpers tapped: `{device, helper, taps: [{id, registration, present, at}]}` → `{saved, unknown}`. */
export async function POST(request: Request, { params }: Place) {
  const found = await doorEvent(params)
  if (!found) return problem(refuse('not-allowed'))
  const told = Told.safeParse(await request.json().catch(() => null))
  if (!told.success) return problem(refusalOf(told.error))
  const { helper = found.actor.personId, ...taps } = told.data
  if (helper !== found.actor.personId) return problem(refuse('sign-in'))
  const input = { event: found.event.id, ...taps }
  const taken = (await storageRefusal()) ?? (await takeTaps(found.actor, input).catch(asStorageRefusal))
  return isRefusal(taken) ? problem(taken) : Response.json(taken)
}

export const { PUT, PATCH, DELETE, OPTIONS } = only('GET', 'POST')
