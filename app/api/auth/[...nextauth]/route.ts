import type { NextRequest } from 'next/server'
import { refuse } from '@/domain/refusal'
import { handlers } from '@/server/auth'
import { isDemo } from '@/server/env'
import { problem } from '@/server/problem'

type Context = RouteContext<'/api/auth/[...nextauth]'>
type Handler = (request: NextRequest) => Promise<Response>

const WAYS = new Set(['code', 'link'])

/** A way to sign in that this installation does not have is not there; next-auth would call it a misconfiguration. */
const known = (handler: Handler) => async (request: NextRequest, context: Context) => {
  const [, way, ...rest] = (await context.params).nextauth
  const there = way === undefined || WAYS.has(way) || (way === 'demo' && isDemo())
  return there && rest.length === 0 ? handler(request) : problem(refuse('not-found'))
}

export const GET = known(handlers.GET)
export const POST = known(handlers.POST)
