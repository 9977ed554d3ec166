import type { SignedIn } from '@/domain/access/actor'
import type { ClaimQualifier } from '@/domain/publishing/openness'
import { createEdition } from '@/server/editions/create-edition'
import { foundCompetition } from '@/server/editions/found-competition'
import { recordClaim } from '@/server/editions/record-claim'
import { actorOf } from '@/server/session'
import { done } from './expected'
import { readSeed } from './read'

interface EditionsFile {
  competition: { name: string; slug: string }
  editions: {
    ordinal: number
    year: number
    scope: string
    days?: string
    final?: string
    finalCity?: string
    claims: [metric: string, figure: string | number, source: string][]
  }[]
}

/** The series and its editions of 2014 to 2026, each with the figures published about it and their sources. */
export async function playCompetition(): Promise<{ owner: SignedIn; edition: string }> {
  const file = readSeed<EditionsFile>('azerbaijan-2018/editions.json')
  const founded = await done(
    foundCompetition({
      slug: file.competition.slug,
      name: file.competition.name,
      owner: { givenName: 'Owner', familyName: '(example)', email: 'owner@example.org' },
    }),
  )
  const owner = await actorOf(founded.owner)
  const editions = new Map<number, string>()
  for (const { ordinal, year, scope, days, final, finalCity, claims } of file.editions) {
    const { edition } = await done(
      createEdition(owner, {
        competitionId: founded.competition,
        slug: `${file.competition.slug}-${year}`,
        ordinal,
        year,
        scope,
        ...daysOf(days),
        finalOn: final?.slice(0, 10),
        finalCity,
      }),
    )
    editions.set(year, edition)
    for (const [position, [metric, figure, source]] of claims.entries()) {
      await done(recordClaim(owner, { editionId: edition, metric, ...claimOf(figure), source, position }))
    }
  }
  const edition = editions.get(2018)
  if (!edition) throw new Error('The editions file has no 2018')
  return { owner, edition }
}

/** `2018-05-25/26` as first and last day. */
function daysOf(days: string | undefined) {
  if (!days) return {}
  const [first = '', last = ''] = days.split('/')
  return { startsOn: first, endsOn: `${first.slice(0, -last.length)}${last}` }
}

/** `nearly 40` or 70 as a qualifier and a value. */
function claimOf(figure: string | number): { qualifier: ClaimQualifier; value: number } {
  const [, qualifier, value] = /^(?:(about|nearly|over) )?(\d+)$/.exec(String(figure)) ?? []
  return { qualifier: (qualifier as ClaimQualifier | undefined) ?? 'exactly', value: Number(value) }
}
