import { type NextRequest, NextResponse } from 'next/server'
import { type Refusal, refuse } from './domain/refusal'
import { isForeignWrite } from './server/foreign-write'
import { outageAnswer } from './server/outage'
import { problem } from './server/problem'
import { sentenceOf, statusOf } from './server/refusals'

/** These two tell of an outage themselves. */
const PROBES = new Set(['/api/health', '/api/ready'])

/** As next.config.js says: beyond it the framework cuts a body off, and half a form is an internal error. */
const MOST_MEGABYTES = 30

/** Refuses what no page of ours sends, and no authorization: that lives in the use cases. */
export default async function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  // Who sends no Origin to next-auth has its token to show.
  const hasToken = pathname.startsWith('/api/auth/') && !request.headers.has('origin')
  if (!hasToken && isForeignWrite(request)) return refusal(pathname, refuse('foreign-write'))
  if (!isWellFormed(pathname) || search.includes('%00'))
    return refusal(pathname, refuse('malformed', { name: 'address' }))
  if (Number(request.headers.get('content-length')) > MOST_MEGABYTES * 1024 * 1024)
    return refusal(pathname, refuse('body-large', { megabytes: MOST_MEGABYTES }))
  const outage = PROBES.has(pathname) ? null : await outageAnswer(pathname)
  if (outage) return outage
  const headers = new Headers(request.headers)
  headers.set('x-path', pathname)
  return NextResponse.next({ request: { headers } })
}

/** The API refuses in problems; whoever gets one of these for a page did not follow a link of ours. */
function refusal(path: string, why: Refusal): Response {
  return path.startsWith('/api/') ? problem(why) : new Response(sentenceOf(why), { status: statusOf(why) })
}

/** Percent signs that decode, and no NUL: no database keeps one. */
function isWellFormed(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

// What a juror's device sends asks the same of itself (server/judging/juror-request.ts): hundreds of marks a minute need
// no second pass through the framework. Where such an address holds more than plain letters it passes here all the same.
export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg|api/v1/jury/[A-Za-z0-9/-]*$).*)'],
}
