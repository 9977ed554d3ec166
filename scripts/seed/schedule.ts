import type { SignedIn } from '@/domain/access/actor'
import { planDay } from '@/server/schedule/plan-day'
import { instantIn } from './events'
import { done } from './expected'

const baku = (local: string) => instantIn('Asia/Baku', local)

/** The two days of Baku. The hours are invented. */
export async function playSchedule(organizer: SignedIn, event: string): Promise<void> {
  const items = [
    ['check-in', 'Check-in', '2018-05-25 09:00', '2018-05-25 11:00'],
    ['work', '24 hours of work', '2018-05-25 11:00', '2018-05-26 11:00'],
    ['deadline', 'Work ends, decks are in', '2018-05-26 11:00'],
    ['pitches', '24 pitches of 8 minutes', '2018-05-26 12:30', '2018-05-26 16:30'],
    ['jury', 'The jury deliberates', '2018-05-26 16:30', '2018-05-26 18:00'],
    ['winner', 'The winner is named', '2018-05-26 18:30'],
  ] as const
  const plan = items.map(([kind, title, startsAt, endsAt]) => ({
    kind,
    title,
    startsAt: baku(startsAt),
    endsAt: endsAt && baku(endsAt),
  }))
  await done(planDay(organizer, { event, items: plan }))
}
