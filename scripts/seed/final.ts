import type { SignedIn } from '@/domain/access/actor'
import { turnClockTo } from '@/server/clock'
import { atBaku } from './clock'
import { type Fielded, fieldOf } from './field'
import { type PlayedJuror, playJury, playPanel, type SeatToFill } from './jury'
import { randomOf } from './marks'
import { QUALITY } from './quality'
import { readSeed } from './read'
import type { Scoring } from './scoring'

export interface BakuJury {
  readonly jury: readonly PlayedJuror[]
  readonly scoring: Scoring
  readonly field: readonly Fielded[]
}

interface JuryRow {
  office: string
  organization: string
  invented: boolean
  account: string
  severity: number
}

const FIRST_PITCH = Date.parse('2018-05-26T12:30:00+04:00')
const PITCH_MINUTES = 10
const OBJECTED = 'Lələ Nav'
/** Four seats say that this team does not use the data of its challenge. */
const OBJECTORS: readonly number[] = [0, 1, 3, 6]

/** The jury of Baku: seven seats, of which two are in the press release, and every mark invented. */
export async function playBakuJury(
  organizer: SignedIn,
  event: string,
  organizations: ReadonlyMap<string, string>,
): Promise<{ jury: PlayedJuror[] }> {
  atBaku('2018-05-22 18:00')
  const seats: SeatToFill[] = readSeed<JuryRow[]>('actinspace-2018/jury.json').map((row) => ({
    ...row,
    organization: organizations.get(row.organization),
    president: row.account === 'president',
  }))
  return { jury: await playJury(organizer, event, seats) }
}

/** Saturday noon: the panel is assigned and the order of the pitches is drawn. */
export async function playBakuPanel(
  organizer: SignedIn,
  event: string,
  jury: readonly PlayedJuror[],
): Promise<BakuJury> {
  atBaku('2018-05-26 11:40')
  const order = await playPanel(organizer, event, 'Baku, 26 May 2018')
  const field = await fieldOf(event)
  const names = new Map(field.map(({ entry, name }) => [entry, name]))
  const scoring: Scoring = {
    edition: 'actinspace-2018',
    event: 'azerbaijan',
    eventId: event,
    order,
    quality: new Map(field.map(({ entry, name }) => [entry, QUALITY[name] ?? 60])),
    randomFor: (juror, entry) =>
      randomOf(20_180_526 + 100 * juror + Object.keys(QUALITY).indexOf(names.get(entry) ?? '')),
    objects: (juror, entry) => names.get(entry) === OBJECTED && OBJECTORS.includes(juror),
    at: (pitch) => turnClockTo(new Date(FIRST_PITCH + (pitch + 0.8) * PITCH_MINUTES * 60_000)),
  }
  return { jury, scoring, field }
}
