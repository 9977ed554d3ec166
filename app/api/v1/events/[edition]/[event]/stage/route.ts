import { isRefusal } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { currentActor } from '@/server/session'
import { stageNow } from '@/server/stage/queries'

type Place = { params: Promise<{ edition: string; event: string }> }

/** Who is on stage and for how long: asked every few seconds by the hall's screen and by every juror's sheet. */
export async function GET(_request: Request, { params }: Place) {
  const stage = await stageNow(await currentActor(), await params)
  return isRefusal(stage)
    ? problem(stage)
    : Response.json(stage, { headers: { 'cache-control': 'no-store' } })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
