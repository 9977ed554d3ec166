import type { Actor } from '@/domain/access/actor'
import { isRefusal, refuse } from '@/domain/refusal'
import { findEvent } from '@/server/events/find-event'
import { progressOf, progressVersion } from '@/server/judging/progress'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { actorOf, nobody, personOfSession, sessionIdOfRequest } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

const TICK_MS = 1_000
const HEARTBEAT_TICKS = 15
/** A client comes back by itself, and is asked who it is anew. */
const LONGEST_TICKS = 600

/** Scoring's progress as server-sent events: now, and whenever it changed. Ends with the client or its session. */
export async function GET(request: Request, { params }: Place) {
  const { edition, event } = await params
  const session = await sessionIdOfRequest()
  const found = await findEvent(edition, event)
  const first = found ? await progressOf(await actorBehind(session), found.event.id) : refuse('not-found')
  if (!found || isRefusal(first)) return problem(isRefusal(first) ? first : refuse('not-found'))
  const stream = eventStream(request.signal, () => actorBehind(session), found.event.id)
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}

async function actorBehind(session: string | null): Promise<Actor> {
  const person = session === null ? null : await personOfSession(session)
  return person === null ? nobody() : actorOf(person.id)
}

function eventStream(gone: AbortSignal, who: () => Promise<Actor>, eventId: string) {
  const text = new TextEncoder()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const stop = () => {
    stopped = true
    clearTimeout(timer)
  }
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let sent = -1
      let ticks = 0
      const end = () => {
        if (stopped) return
        stop()
        controller.close()
      }
      const tick = async () => {
        const version = await progressVersion(eventId)
        if (version !== sent) {
          const progress = await progressOf(await who(), eventId)
          if (isRefusal(progress)) return end()
          if (stopped) return
          sent = version
          controller.enqueue(text.encode(`id: ${version}\ndata: ${JSON.stringify(progress)}\n\n`))
        } else if (ticks % HEARTBEAT_TICKS === 0 && !stopped) controller.enqueue(text.encode(': here\n\n'))
        ticks += 1
        if (ticks > LONGEST_TICKS) return end()
        if (!stopped) timer = setTimeout(run, TICK_MS)
      }
      const run = () => {
        tick().catch(end)
      }
      gone.addEventListener('abort', end)
      run()
    },
    cancel: stop,
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
