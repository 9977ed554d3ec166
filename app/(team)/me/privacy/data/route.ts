import { isRefusal } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { exportOwnData } from '@/server/people/export-own-data'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'

/** All that is kept of whoever asks, as a file. */
export async function GET() {
  const data = await exportOwnData(await currentActor())
  if (isRefusal(data)) return problem(data)
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="my-data.json"',
    },
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
