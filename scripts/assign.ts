import { readFile } from 'node:fs/promises'
import { assign } from '@/domain/judging/assignment/assign'
import type { Assignment } from '@/domain/judging/assignment/input'
import { readAssignmentFile } from '@/domain/judging/assignment/read-assignment-file'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { sentenceOf } from '@/server/refusals'

const HELP = `npm run assign -- FILE.json

Assigns jurors to entries and prints who scores what as JSON.

FILE.json  UTF-8:
           jurors     [{"id": "J1", "maxLoad": 10}, …]          maxLoad may be left out
           entries    [{"id": "A"}, …]
           conflicts  [{"juror": "J1", "entry": "A"}, …]         never assigned
           perEntry   ballots an entry
           seed       any words or a number; the same seed gives the same assignment
           fixed      [{"juror": …, "entry": …}, …]              optional: these stay
           costs      [{"juror": …, "entry": …, "cost": 0–100}]  optional: unwelcome pairs
           What else it holds is ignored, and the order of the lists means nothing.

Loads come out as equal as can be, all entries are connected where that is possible, and two jurors
meet again as seldom as the search finds. An entry that cannot have all its ballots stands under
shortfalls; a conflicted juror never fills it.
Exit 0, or 2 with one sentence when the file cannot be used.`

async function assignFile(file: string): Promise<Assignment | Refusal> {
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) return refuse('assignment-file-missing', { file })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('assignment-file-encoding')
  }
  const input = readAssignmentFile(text)
  return isRefusal(input) ? input : assign(input)
}

const [file, ...more] = process.argv.slice(2)
if (file === '--help' || file === '-h') console.log(HELP)
else if (!file || more.length > 0) {
  console.error('Give one file: npm run assign -- FILE.json (--help says more).')
  process.exitCode = 2
} else {
  const outcome = await assignFile(file)
  if (isRefusal(outcome)) {
    console.error(sentenceOf(outcome))
    process.exitCode = 2
  } else console.log(JSON.stringify(outcome, null, 2))
}
