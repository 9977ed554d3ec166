import { readFile } from 'node:fs/promises'
import { type Companion, companionOf } from '@/domain/ranking/companion/companion'
import { companionInput } from '@/domain/ranking/companion/companion-input'
import { rankTotals, type TotalsRanking } from '@/domain/ranking/rank-totals'
import { readScoreFile } from '@/domain/ranking/score-file'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { sha256 } from '@/server/ranking/digest'
import { sentenceOf } from '@/server/refusals'

const HELP = `npm run rank -- FILE.csv

Ranks a sheet of scores by the fair average and prints the result as JSON.

FILE.csv   UTF-8, with a heading line; separated by comma, semicolon, tab or bar.
           juror,entrant,score            one line a ballot
           juror,entrant,criterion,score  one line a mark: a ballot's score is the mean of its
                                          criteria, all of one weight; a ballot that lacks a
                                          criterion does not count and is named under INCOMPLETE
           Other columns are ignored. 7,5 is read as 7.5.

score is the fair average, rank its rank before the tie ladder (of its component, when the sheet
falls apart into several), effect > 0 is a generous juror; pFirst is how likely the entrant is the
best one and expectedRank its mean rank, by the companion model (companion says why where there is
none); what cannot be computed is null.
Exit 0, or 2 with one sentence when the file cannot be ranked.`

interface Report {
  readonly ranking: TotalsRanking
  readonly companion: Companion
}

/** The JSON of the contract: what a committee with a spreadsheet and no server gets. */
function report({ ranking, companion }: Report) {
  const { entries, unscored, jurors, gates, ties, pairs, components } = ranking
  const chances = new Map(
    companion.components.flatMap(({ model }) =>
      model.available ? model.entries.map((entry) => [entry.id, entry] as const) : [],
    ),
  )
  const likely = (id: string) => ({
    pFirst: chances.get(id)?.pFirst ?? null,
    expectedRank: chances.get(id)?.expectedRank ?? null,
  })
  return {
    entrants: [
      ...entries.map(({ id, rank, score, raw, se }) => ({ id, rank, score, raw, se, ...likely(id) })),
      ...unscored.entries.map((id) => ({ id, rank: null, score: null, raw: null, se: null, ...likely(id) })),
    ],
    jurors: [
      ...jurors.map(({ id, n, effect }) => ({ id, n, effect })),
      ...unscored.jurors.map((id) => ({ id, n: 0, effect: null })),
    ],
    gates,
    ties: ties.map(({ rank, entries, shared }) => ({
      rank,
      entrants: entries,
      decided: pairs.filter(({ above, below }) => entries.includes(above) && entries.includes(below)),
      shared: shared.map(({ rank, entries }) => ({ rank, entrants: entries })),
    })),
    companion: companionReport(companion),
    components: components.map(({ entries }) => entries),
  }
}

/** The variances of the one component; where there are several, that each speaks for itself. */
function companionReport({ components }: Companion) {
  const none = { varEntrant: null, varJuror: null, varResidual: null }
  const models = components.map(({ model }) => model)
  if (models.length > 1 && models.some(({ available }) => available)) {
    const reason = sentenceOf(refuse('companion-apart', { count: models.length }))
    return { available: true, reason, ...none }
  }
  const [model] = models
  if (!model?.available) {
    const reason = sentenceOf(refuse(`companion-${model?.reason ?? 'few-jurors'}`))
    return { available: false, reason, ...none }
  }
  const { entry, juror, residual } = model.variances
  return { available: true, varEntrant: entry, varJuror: juror, varResidual: residual }
}

async function readText(file: string): Promise<string | Refusal> {
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) return refuse('score-file-missing', { file })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('score-file-encoding')
  }
}

async function rankFile(file: string): Promise<Report | Refusal> {
  const text = await readText(file)
  if (isRefusal(text)) return text
  const sheet = readScoreFile(text)
  if (isRefusal(sheet)) return sheet
  const ranking = rankTotals(sheet)
  const ranked = ranking.entries.map(({ id, component }) => ({ entry: id, component }))
  return { ranking, companion: companionOf(companionInput(sheet.scores, ranked, 1, sha256)) }
}

const [file, ...more] = process.argv.slice(2)
if (file === '--help' || file === '-h') console.log(HELP)
else if (!file || more.length > 0) {
  console.error(`Give one file: npm run rank -- FILE.csv (--help says more).`)
  process.exitCode = 2
} else {
  const outcome = await rankFile(file)
  if (isRefusal(outcome)) {
    console.error(sentenceOf(outcome))
    process.exitCode = 2
  } else console.log(JSON.stringify(report(outcome), null, 2))
}
