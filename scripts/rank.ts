import { readFile } from 'node:fs/promises'
import { rankTotals, type TotalsRanking } from '@/domain/ranking/rank-totals'
import { readScoreFile } from '@/domain/ranking/score-file'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
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
falls apart into several), effect > 0 is a generous juror; what cannot be computed is null.
Exit 0, or 2 with one sentence when the file cannot be ranked.`

/** The JSON of the contract: what a committee with a spreadsheet and no server gets. */
function report({ entries, unscored, jurors, gates, ties, pairs, components }: TotalsRanking) {
  const unknown = { pFirst: null, expectedRank: null }
  return {
    entrants: [
      ...entries.map(({ id, rank, score, raw, se }) => ({ id, rank, score, raw, se, ...unknown })),
      ...unscored.entries.map((id) => ({ id, rank: null, score: null, raw: null, se: null, ...unknown })),
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
    companion: {
      available: false,
      reason: sentenceOf(refuse('companion-unavailable')),
      varEntrant: null,
      varJuror: null,
      varResidual: null,
    },
    components: components.map(({ entries }) => entries),
  }
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

async function rankFile(file: string): Promise<TotalsRanking | Refusal> {
  const text = await readText(file)
  if (isRefusal(text)) return text
  const sheet = readScoreFile(text)
  return isRefusal(sheet) ? sheet : rankTotals(sheet)
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
