import { isRefusal } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { importProgress } from '@/server/registration/import/progress'
import { organizedEvent } from '../../organized-event'

type Place = { params: Promise<{ edition: string; event: string }> }

/** `?draft=`: how far its import is, `{step, done?, of?}`; 404 while none is under way. */
export async function GET(request: Request, { params }: Place) {
  const { actor, event } = await organizedEvent(params)
  const draft = new URL(request.url).searchParams.get('draft') ?? ''
  const progress = importProgress(actor, { event: event.id, draft })
  if (isRefusal(progress)) return problem(progress)
  return Response.json(progress, { headers: { 'cache-control': 'no-store' } })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
