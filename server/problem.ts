import 'server-only'
import type { Refusal } from '@/domain/refusal'
import { sentenceOf, statusOf } from './refusals'

/** A refusal as `application/problem+json` (RFC 9457); `more` are members of this problem's own. */
export function problem(refusal: Refusal, more: Record<string, unknown> = {}): Response {
  const status = statusOf(refusal)
  const { code, field } = refusal
  return Response.json(
    { type: 'about:blank', status, code, title: sentenceOf(refusal), field, ...more },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  )
}
