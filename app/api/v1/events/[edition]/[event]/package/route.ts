import { canonicalJson } from '@/domain/ranking/canonical-json'
import { isRefusal } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { sealedPackage } from '@/server/publishing/sealed-package'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

/** The sealed result as a package that `npm run verify` recomputes, for the president and the organizer. */
export async function GET(_request: Request, { params }: Place) {
  const { edition, event } = await params
  const sealed = await sealedPackage(await currentActor(), edition, event)
  if (isRefusal(sealed)) return problem(sealed)
  const file = `${encodeURIComponent(`${edition}-${event}`)}-v${sealed.result.version}.json`
  return new Response(canonicalJson(sealed), {
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${file}"`,
    },
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
