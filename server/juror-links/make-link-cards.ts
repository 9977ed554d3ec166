import 'server-only'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { allOrNothing } from '../all-or-nothing'
import { takeTurn } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'
import { seatsOf } from '../judging/queries'
import { type MadeLink, makeJurorLink } from './make-juror-link'
import { linksOf } from './queries'

export interface CardsWanted {
  readonly event: string
  /** Also seats whose link a device has claimed: that device is out then. */
  readonly claimed: boolean
}

/**
 * Makes a fresh link for the seats of a jury, to be printed as cards: a link handed out before ends. Refused
 * `cards-none` where no seat is left to make one for.
 */
export async function makeLinkCards(
  actor: Actor,
  { event, claimed }: CardsWanted,
): Promise<{ cards: MadeLink[] } | Refusal> {
  const found = await findEventById(event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'manage-juror-links', { event: found.facts }, now())
  if (no) return no
  return allOrNothing(async () => {
    // Nobody claims a link between the look at who has and its end.
    await takeTurn(event)
    const links = await linksOf(actor, event)
    if (isRefusal(links)) return links
    const held = new Set(links.filter(({ claimedAt }) => claimedAt).map(({ juror }) => juror))
    const seats = (await seatsOf(event)).filter(({ juror }) => claimed || !held.has(juror))
    if (seats.length === 0) return refuse('cards-none')
    const cards: MadeLink[] = []
    for (const { juror } of seats) {
      const card = await makeJurorLink(actor, { juror })
      if (isRefusal(card)) return card
      cards.push(card)
    }
    return { cards }
  })
}
