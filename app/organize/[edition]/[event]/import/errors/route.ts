import { isRefusal } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { errorFile } from '@/server/registration/import/error-file'
import { organizedEvent } from '../../organized-event'

type Place = { params: Promise<{ edition: string; event: string }> }

/** `?draft=&list=`: the lines of that list that have something to correct, as a file in the same shape. */
export async function GET(request: Request, { params }: Place) {
  const { actor, event } = await organizedEvent(params)
  const asked = new URL(request.url).searchParams
  const list = Number(asked.get('list') ?? Number.NaN)
  const file = await errorFile(actor, { event: event.id, draft: asked.get('draft') ?? '', list })
  if (isRefusal(file)) return problem(file)
  return new Response(file.text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
