import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SECURITY_HEADERS } from '../security-headers.mjs'
import { answerMarks } from './answer-marks'
import type { JurorRequest } from './juror-request'
import type { Place } from './read-request'

/** Plain addresses only: any other comes through proxy.ts, which knows what to say of it. */
const MARKS = /^\/api\/v1\/jury\/([A-Za-z0-9-]+)\/([A-Za-z0-9-]+)\/marks$/

/** Answers a request and returns true, or returns false and leaves it to the framework. */
export type FastLane = (request: IncomingMessage, answer: ServerResponse) => boolean

const shared = globalThis as typeof globalThis & { apogeeFastLane?: FastLane }

/**
 * Lets the marks of a hall in before the framework, whose own handling costs as much as saving them
 * (docs/decisions/06). scripts/start.mjs asks here first; under `npm run dev` nobody does and the route answers.
 */
export function openFastLane(): void {
  shared.apogeeFastLane = (request, answer) => {
    const [, edition, event] = (request.method === 'POST' && MARKS.exec(request.url ?? '')) || []
    if (!edition || !event) return false
    take(request, answer, { edition, event })
    return true
  }
}

async function take(request: IncomingMessage, answer: ServerResponse, place: Place): Promise<void> {
  try {
    const response = await answerMarks(asked(request), place)
    const headers = { ...SECURITY_HEADERS, ...Object.fromEntries(response.headers) }
    answer.writeHead(response.status, headers).end(await response.text())
    // Of a body that was too large, what is still on its way: the answer is read once it was sent.
    request.resume()
  } catch (error) {
    console.error(error)
    answer.writeHead(500, SECURITY_HEADERS).end()
  }
}

/** Node's request as the web's. A body given up half-way leaves the connection open, so that the answer arrives. */
const asked = (request: IncomingMessage): JurorRequest => ({
  method: request.method ?? 'GET',
  headers: { get: (name) => request.headers[name]?.toString() ?? null },
  body: request.iterator({ destroyOnReturn: false }),
})
