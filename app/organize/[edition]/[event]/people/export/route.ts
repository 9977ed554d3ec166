import { isRefusal, refuse } from '@/domain/refusal'
import { findEvent } from '@/server/events/find-event'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { EXPORT_FORMATS, exportParticipants } from '@/server/registration/export-participants'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

/** Everybody registered, as the format of the button that was pressed. A press and no link: each time is in the audit. */
export async function POST(request: Request, { params }: Place) {
  const { edition, event } = await params
  const found = await findEvent(edition, event)
  const asked = (await request.formData().catch(() => null))?.get('format')
  const format = EXPORT_FORMATS.find((one) => one === asked)
  if (!found) return problem(refuse('not-found'))
  if (!format) return problem(refuse('choice-unknown', { field: 'format', name: 'format' }))
  const list = await exportParticipants(await currentActor(), { event: found.event.id, format })
  if (isRefusal(list)) return problem(list)
  return new Response(list.content, {
    headers: {
      'content-type': list.type,
      'content-disposition': `attachment; filename="${list.name}"`,
      'cache-control': 'no-store',
    },
  })
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = only('POST')
