import 'server-only'
import type { Actor } from '@/domain/access/actor'
import type { MinutesLanguage } from '@/domain/publishing/minutes-languages'
import { isRefusal, type Refusal } from '@/domain/refusal'
import { composeMinutes } from './compose-minutes'
import { drawMinutes } from './draw-minutes'
import { minutesOf } from './minutes'

/** The minutes of a sealed result as a PDF to sign, dated by the seal: the same whenever it is downloaded. */
export async function minutesPdf(
  actor: Actor,
  edition: string,
  event: string,
  language: MinutesLanguage,
): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  const minutes = await minutesOf(actor, edition, event)
  if (isRefusal(minutes)) return minutes
  const blocks = composeMinutes(minutes, language)
  const [first] = blocks
  const title = first?.kind === 'title' ? `${first.text} · ${minutes.found.event.name}` : ''
  return drawMinutes(blocks, { title, language, at: minutes.result.sealedAt })
}
