import type { SignedIn } from '@/domain/access/actor'
import { advancePhase } from '@/server/events/advance-phase'
import { recordDecision } from '@/server/ranking/record-decision'
import { playAccounts } from './accounts'
import { type Baku, playBaku } from './baku'
import { atBaku } from './clock'
import { playCompetition } from './competition'
import { playClosing, playResult } from './decide'
import { playEvents } from './events'
import { done } from './expected'
import { type BakuJury, playBakuJury, playBakuPanel } from './final'
import { playHost, playOthers } from './others'
import { playDrafts, playSubmissions } from './projects'
import { playScoring } from './scoring'
import { reaches, type Stage } from './stages'
import { playClaims, playEditionClaims, playMeeting, playRelease } from './visit'

/** The whole example, in the order it happened, up to a stage. */
export async function playStory(stage: Stage, { withLists }: { withLists: boolean }): Promise<void> {
  atBaku('2018-04-01 10:00')
  const { owner, edition } = await playCompetition()
  await playEditionClaims(owner, edition)
  const { international, azerbaijan, others } = await playEvents(owner, edition)
  const host = await playHost(owner, international)
  const baku = await playBaku(owner, { edition, event: azerbaijan, withLists })
  await playClaims(baku.organizer, edition, azerbaijan)
  if (withLists) {
    await playAccounts(baku.organizer, azerbaijan)
    await playDrafts(azerbaijan, baku.challenges)
  }
  const { jury } = await playBakuJury(baku.organizer, azerbaijan, baku.organizations)
  await playOthers({ owner, host }, others, stage)
  if (!reaches(stage, 'judging')) return
  const final = await playWeekend(baku, jury)
  await playScoring(final.jury, final.scoring, (fromLast) =>
    reaches(stage, 'closed') ? 'sent' : openAtTheEnd(fromLast),
  )
  if (!reaches(stage, 'closed')) return
  await playDeliberation(baku, final)
  if (!reaches(stage, 'published')) return
  await playPublication(baku, final, host)
}

/** Before the last six of a sheet all is sent; then one is half marked and the others wait. */
const openAtTheEnd = (fromLast: number) => (fromLast >= 6 ? 'sent' : fromLast === 5 ? 'half' : 'untouched')

/** Friday and Saturday: 24 hours of work, everything handed in, the panel and the order of the pitches. */
async function playWeekend(
  { organizer, event, challenges }: Baku,
  jury: BakuJury['jury'],
): Promise<BakuJury> {
  atBaku('2018-05-25 11:00')
  await done(advancePhase(organizer, { event, to: 'in-progress' }))
  await playSubmissions(event, challenges)
  const final = await playBakuPanel(organizer, event, jury)
  atBaku('2018-05-26 12:30')
  await done(advancePhase(organizer, { event, to: 'judging' }))
  return final
}

/** Scoring is closed, and the president confirms that one team failed the gate. */
async function playDeliberation(
  { organizer, event }: Baku,
  { jury, field, scoring }: BakuJury,
): Promise<void> {
  atBaku('2018-05-26 17:10')
  await playClosing({ organizer }, event)
  atBaku('2018-05-26 17:21')
  const failed = field.find(({ entry }) => jury.some((_, seat) => scoring.objects?.(seat, entry)))
  const reason = 'The prototype works without any satellite data; the team confirmed it when asked.'
  if (failed)
    await done(
      recordDecision(presidentOf(jury), { event, kind: 'gate-fail', entries: [failed.entry], reason }),
    )
}

/** The result is sealed and published, the winner is accepted in Toulouse, and the Sunday of the meeting comes. */
async function playPublication(
  { organizer, organizations, event }: Baku,
  final: BakuJury,
  host: SignedIn,
): Promise<void> {
  const times = {
    closed: '2018-05-26 17:10',
    sealed: '2018-05-26 17:42',
    published: '2018-05-26 18:46',
    confirmed: '2018-05-26 19:10',
    accepted: '2018-05-27 11:30',
  }
  const deciders = { organizer, president: presidentOf(final.jury), host }
  await playResult(deciders, { event, field: final.field, openness: 'scores' }, (moment) =>
    atBaku(times[moment]),
  )
  atBaku('2018-05-27 11:45')
  const people = await playMeeting(organizer, event, organizations)
  await playRelease(organizer, event, people)
}

function presidentOf(jury: BakuJury['jury']): SignedIn {
  const president = jury.find(({ actor }) => actor.seats.some((seat) => seat.president))
  if (!president) throw new Error('Nobody presides')
  return president.actor
}
