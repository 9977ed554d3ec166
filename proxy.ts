import { type NextRequest, NextResponse } from 'next/server'
import { isForeignWrite } from './server/foreign-write'
import { outageAnswer } from './server/outage'

/** These two tell of an outage themselves. */
const PROBES = new Set(['/api/health', '/api/ready'])

/** Refuses what no page of ours sends, and no authorization: that lives in the use cases. */
export default async function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  // Who sends no Origin to next-auth has its token to show.
  const hasToken = pathname.startsWith('/api/auth/') && !request.headers.has('origin')
  if (!hasToken && isForeignWrite(request))
    return new NextResponse('This request did not come from this site.', { status: 403 })
  if (!isWellFormed(pathname) || search.includes('%00'))
    return new NextResponse('That address is malformed.', { status: 400 })
  const outage = PROBES.has(pathname) ? null : await outageAnswer(pathname)
  if (outage) return outage
  const headers = new Headers(request.headers)
  headers.set('x-path', pathname)
  return NextResponse.next({ request: { headers } })
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
// no second pass through the framework.
export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg|api/v1/jury/).*)'] }
