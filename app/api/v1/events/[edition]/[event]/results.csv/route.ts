import { refuse } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { publishedResult } from '@/server/publishing/queries'
import { resultsCsv } from '@/server/publishing/results-csv'

type Place = { params: Promise<{ edition: string; event: string }> }

/** The published result for a spreadsheet; 404 before publication. */
export async function GET(_request: Request, { params }: Place) {
  const { edition, event } = await params
  const result = await publishedResult(edition, event)
  if (!result) return problem(refuse('not-found'))
  return new Response(resultsCsv(result), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${encodeURIComponent(`${edition}-${event}`)}-results.csv"`,
    },
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
