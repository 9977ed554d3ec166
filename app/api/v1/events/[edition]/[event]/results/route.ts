import { refuse } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { publishedResult } from '@/server/publishing/queries'

type Place = { params: Promise<{ edition: string; event: string }> }

/** The published result; 404 before publication. */
export async function GET(_request: Request, { params }: Place) {
  const { edition, event } = await params
  const result = await publishedResult(edition, event)
  return result ? Response.json(result) : problem(refuse('not-found'))
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
