import { MINUTES_LANGUAGES } from '@/domain/publishing/minutes-languages'
import { isRefusal } from '@/domain/refusal'
import { only } from '@/server/only-methods'
import { problem } from '@/server/problem'
import { minutesPdf } from '@/server/publishing/minutes-pdf'
import { currentActor } from '@/server/session'

type Place = { params: Promise<{ edition: string; event: string }> }

/** The minutes of the sealed result, for the president and the organizer; `language` is en, fr or az. */
export async function GET(request: Request, { params }: Place) {
  const { edition, event } = await params
  const wanted = new URL(request.url).searchParams.get('language')
  const language = MINUTES_LANGUAGES.find((known) => known === wanted) ?? 'en'
  const pdf = await minutesPdf(await currentActor(), edition, event, language)
  if (isRefusal(pdf)) return problem(pdf)
  const file = `${encodeURIComponent(`${edition}-${event}`)}-${language}.pdf`
  return new Response(pdf, {
    headers: {
      'content-type': 'application/pdf',
      'content-language': language,
      'cache-control': 'no-store',
      'content-disposition': `inline; filename="${file}"`,
    },
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = only('GET')
