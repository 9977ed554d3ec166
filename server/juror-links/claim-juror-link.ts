import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { jurorLinks } from '@/db/schema'
import { type Refusal, refuse } from '@/domain/refusal'
import { record, takeTurn } from '../audit'
import { now } from '../clock'
import { claimedElsewhere } from './claimed-elsewhere'
import { claimingDevice, type FoundLink, findLink } from './find-link'
import { tokenHash } from './token'
import { countTry } from './tries'

/** What a device shows: the token of the link, and the secret it is known by itself. */
export interface Claim {
  readonly token: string
  readonly device: string
}

/**
 * Ties a personal link to the first device that starts with it; that device may come again, any other is refused
 * `juror-link-claimed` (on which device, when, what to do). Refused `gone-juror-link`, `slow-down`.
 */
export async function claimJurorLink({ token, device }: Claim): Promise<FoundLink | Refusal> {
  const found = await findLink(token)
  const slow = await countTry('claim', { link: found?.link.id, device })
  if (slow) return slow
  if (!found) return refuse('gone-juror-link')
  const { claimedDevice } = found.link
  if (claimedDevice === tokenHash(device)) return found
  if (claimedDevice === null && (await takeLink(found, device))) return found
  return whyNot(token)
}

/** The first of those who press at once; the database says which. */
async function takeLink({ link, event }: FoundLink, device: string): Promise<boolean> {
  return transaction(async (tx) => {
    const turn = await takeTurn(event.id)
    const [taken] = await tx
      .update(jurorLinks)
      .set({ claimedAt: now(), claimedDevice: tokenHash(device) })
      .where(and(eq(jurorLinks.id, link.id), isNull(jurorLinks.claimedAt), isNull(jurorLinks.revokedAt)))
      .returning({ juror: jurorLinks.jurorId })
    if (!taken) return false
    const object = { kind: 'juror-link', id: link.id }
    await record({ actor: null, action: 'claim-juror-link', object, event: event.id, details: taken }, turn)
    return true
  })
}

async function whyNot(token: string): Promise<Refusal> {
  const found = await findLink(token)
  if (!found?.link.claimedAt) return refuse('gone-juror-link')
  const { id, claimedAt: at } = found.link
  return claimedElsewhere({ at, device: await claimingDevice(id) }, found.event.timeZone)
}
