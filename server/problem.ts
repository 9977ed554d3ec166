import 'server-only'
import type { Refusal } from '@/domain/refusal'
import { sentenceOf, statusOf } from './refusals'

/** A refusal as `application/problem+json` (RFC 9457). */
export function problem(refusal: Refusal): Response {
  const status = statusOf(refusal)
  const { code, field } = refusal
  return Response.json(
    { type: 'about:blank', status, code, title: sentenceOf(refusal), field },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  )
}
