import { beforeEach, expect, test } from 'vitest'
import { GET as readResults } from '@/app/api/v1/events/[edition]/[event]/results/route'
import { GET as readCsv } from '@/app/api/v1/events/[edition]/[event]/results.csv/route'
import { grant, makePerson } from '@/db/factories'
import { testDatabase } from '@/db/testing'
import type { Actor } from '@/domain/access/actor'
import { isRefusal } from '@/domain/refusal'
import { type FoundEvent, findEventById } from '../events/find-event'
import { closeScoring } from '../judging/close-scoring'
import { progressOf } from '../judging/progress'
import { promotionDesk } from '../promotion/queries'
import { computeRanking } from '../ranking/compute-ranking'
import { sealResult } from '../ranking/seal-result'
import { castAll, makeJury } from '../ranking/testing'
import { actorOf, nobody } from '../session'
import { auditOf } from './audit-of'
import { exportEvent } from './export-event'
import { publishResult } from './publish-result'
import { publishedPage } from './queries'
import { unpublishedResult } from './unpublished-result'

testDatabase()

const EDITION = 'actinspace-2018'
const EVENT = 'azerbaijan'
const LEVELS = [8.5, 6, 3]
const TELLS = /:85[,}]|"rank"|"score"|"value"|"effect"|digest|"winner/

type Story = Awaited<ReturnType<typeof tell>>
let story: Story

async function tell() {
  const jury = await makeJury()
  await castAll(jury, LEVELS)
  const admin = await makePerson('Edition administrator')
  await grant(admin.id, 'edition-administrator', jury.edition.id)
  const helper = await makePerson('Helper')
  await grant(helper.id, 'event-helper', jury.national.id)
  const host = await makePerson('Host')
  await grant(host.id, 'event-organizer', jury.international.id)
  const [president, juror] = jury.actors
  const [captain] = jury.captains
  if (!president || !juror || !captain) throw new Error('no jury')
  const outsiders: Record<string, Actor> = {
    anonymous: nobody(),
    captain,
    juror,
    neighbour: jury.neighbour,
    helper: await actorOf(helper.id),
    'parent organizer': await actorOf(host.id),
    'edition administrator': await actorOf(admin.id),
    stranger: jury.stranger,
  }
  return { ...jury, president, outsiders }
}

const place = async (): Promise<FoundEvent> => {
  const found = await findEventById(story.national.id)
  if (!found) throw new Error('no event')
  return found
}

/** Everything that is answered about a result or a ranking, by whatever address. */
const WAYS: Record<string, (actor: Actor) => Promise<unknown>> = {
  ranking: (actor) => computeRanking(actor, { event: story.national.id }),
  progress: (actor) => progressOf(actor, story.national.id),
  audit: (actor) => auditOf(actor, EDITION, EVENT),
  export: (actor) => exportEvent(actor, EDITION, EVENT),
  preview: async (actor) => unpublishedResult(actor, await place()),
  promotion: async (actor) => promotionDesk(actor, await place()),
  page: () => publishedPage(EDITION, EVENT),
  results: async () => (await readResults(new Request('http://x'), at())).text(),
  csv: async () => (await readCsv(new Request('http://x'), at())).text(),
}

const at = () => ({ params: Promise.resolve({ edition: EDITION, event: EVENT }) })

async function leaks(): Promise<string[]> {
  const found: string[] = []
  for (const [who, actor] of Object.entries(story.outsiders)) {
    for (const [way, read] of Object.entries(WAYS)) {
      const text = JSON.stringify(await read(actor))
      if (TELLS.test(text)) found.push(`${who} by ${way}: ${text.slice(0, 120)}`)
    }
  }
  return found
}

beforeEach(async () => {
  story = await tell()
})

test('before publication nobody but the jury desk learns a rank, a total or a mark', async () => {
  const { organizer, president, national } = story
  expect(await leaks()).toEqual([])
  await closeScoring(organizer, { event: national.id })
  await computeRanking(organizer, { event: national.id })
  expect(await leaks()).toEqual([])
  await sealResult(president, { event: national.id })
  expect(await leaks()).toEqual([])
  expect((await readResults(new Request('http://x'), at())).status).toBe(404)
  expect(JSON.stringify(await WAYS.preview?.(organizer))).toMatch(TELLS)
})

test.each([
  ['winners', ['Ulduz'], [null]],
  ['ranks', ['Ulduz', 'SkyWell', 'AgroSAR'], [null, null, null]],
  ['scores', ['Ulduz', 'SkyWell', 'AgroSAR'], [85, 60, 30]],
] as const)('published as %s the public reads that and no more', async (openness, teams, scores) => {
  const { organizer, president, national } = story
  await closeScoring(organizer, { event: national.id })
  await sealResult(president, { event: national.id })
  await publishResult(organizer, { event: national.id, openness })
  const answer = await readResults(new Request('http://x'), at())
  const result = await answer.json()
  expect(result.ranking.map(({ team }: { team: { name: string } }) => team.name)).toEqual(teams)
  expect(result.ranking.map(({ score }: { score: number | null }) => score)).toEqual(scores)
  expect(Object.keys(result).sort()).toEqual(
    [
      'awards',
      'digest',
      'method',
      'notRanked',
      'promotion',
      'publishedAt',
      'ranking',
      'sealedAt',
      'version',
    ].sort(),
  )
  const page = await publishedPage(EDITION, EVENT)
  expect(Object.keys(page?.dots ?? {})).toHaveLength(openness === 'scores' ? 3 : 0)
  for (const way of ['ranking', 'export', 'preview'] as const) {
    const outcome = await WAYS[way]?.(story.outsiders.captain ?? organizer)
    expect(outcome === null || isRefusal(outcome)).toBe(true)
  }
})

test('a name that a spreadsheet would calculate stays a name', async () => {
  const names = ['=HYPERLINK("http://x")', '+1', '@sum', 'Ələt, "Port"', '-1', '\t=1', '\r=1']
  const { resultsCsv } = await import('./results-csv')
  const csv = resultsCsv({
    version: 1,
    publishedAt: '',
    sealedAt: '',
    digest: '',
    method: 'fair-average',
    ranking: names.map((name, index) => ({
      rank: index + 1,
      entry: `e${index}`,
      team: { slug: `t${index}`, name },
      score: 80.005,
      decidedBy: 'fair-average',
    })),
    notRanked: [],
    awards: [],
    promotion: [],
  })
  expect(csv.split('\r\n')).toEqual([
    '\uFEFFrank,entry,team,score,decidedBy,notRanked',
    '1,e0,"\'=HYPERLINK(""http://x"")",80.00,fair-average,',
    '2,e1,"\'+1",80.00,fair-average,',
    '3,e2,"\'@sum",80.00,fair-average,',
    '4,e3,"Ələt, ""Port""",80.00,fair-average,',
    '5,e4,"\'-1",80.00,fair-average,',
    '6,e5,"\'\t=1",80.00,fair-average,',
    '7,e6,"\'\r=1",80.00,fair-average,',
    '',
  ])
})
