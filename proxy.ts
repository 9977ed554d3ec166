import { type NextRequest, NextResponse } from 'next/server'
import { outageAnswer } from './server/outage'

/** These two tell of an outage themselves. */
const PROBES = new Set(['/api/health', '/api/ready'])

/** Headers on every answer, and no authorization: that lives in the use cases. */
export default async function proxy(request: NextRequest) {
  if (isForeignWrite(request))
    return new NextResponse('This request did not come from this site.', { status: 403 })
  if (!isWellFormed(request.nextUrl.pathname) || request.nextUrl.search.includes('%00'))
    return new NextResponse('That address is malformed.', { status: 400 })
  const { pathname } = request.nextUrl
  const outage = PROBES.has(pathname) ? null : await outageAnswer(pathname)
  if (outage) return outage
  const headers = new Headers(request.headers)
  headers.set('x-path', request.nextUrl.pathname)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('x-frame-options', 'SAMEORIGIN')
  response.headers.set(
    'content-security-policy',
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'" +
      (process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '') +
      "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
  )
  return response
}

/**
 * A write from another origin, or a form without an Origin that the browser does not vouch for. JSON needs a preflight
 * across origins and next-auth checks its own token, so neither can be forged by a foreign page.
 */
function isForeignWrite({ method, headers, nextUrl }: NextRequest): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false
  const origin = headers.get('origin')
  if (origin !== null) return URL.canParse(origin) ? new URL(origin).host !== headers.get('host') : true
  if (nextUrl.pathname.startsWith('/api/auth/')) return false
  if (headers.get('content-type')?.startsWith('application/json')) return false
  return headers.get('sec-fetch-site') !== 'same-origin'
}

/** Percent signs that decode, and no NUL: no database keeps one. */
function isWellFormed(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg).*)'] }
