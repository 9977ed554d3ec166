import { expect, test } from 'vitest'
import type { JuryRecord, PrizeRecord } from './jury-record'
import { needsOf } from './needs'

/** A jury of these offices with a sheet of each for each team, of which the last `open` are still drafts. */
function juryOf(offices: readonly string[], teams: number, open: number): JuryRecord {
  const jurors = offices.map((office, at) => ({
    ...{
      id: office,
      personId: null,
      office,
      position: at + 1,
      voting: true,
      president: at === 0,
      seated: true,
    },
    ...{ lastSeenAt: null, waiting: 0, nudgedAt: null },
  }))
  const entries = [...Array(teams).keys()].map((at) => ({
    ...{ id: `e${at}`, institution: null, order: at + 1, withdrawn: false },
    team: { id: `t${at}`, slug: `t${at}`, name: `Team ${at + 1}` },
  }))
  const cells = entries.flatMap(({ id: entry }) => offices.map((juror) => ({ juror, entry })))
  return {
    ...{ criteria: [], jurors, entries, conflicts: [] },
    sheets: cells.map((cell, at) => ({
      ...{ ...cell, ballot: null, reason: null, setAside: null, conflict: false, marks: {} },
      status: at < cells.length - open ? 'submitted' : 'draft',
    })),
  }
}

const prizeOf = (open: number): PrizeRecord => ({
  award: { id: 'p1', name: 'Copernicus prize', partner: null },
  record: juryOf(['Head of EO', 'Chief scientist'], 4, open),
})

test.each<[string, number, number, string[]]>([
  ['nothing is open', 0, 0, []],
  ['the prize alone is open', 0, 3, ['prize p1']],
  ['the last team of the own jury is open, too', 3, 3, ['prize p1', 'marks a', 'marks b', 'marks c']],
  ['the own jury is not near its end', 4, 3, ['marks a', 'marks b', 'marks c']],
  ['the prize is answered for', 3, 0, ['marks a', 'marks b', 'marks c']],
])('when %s', (_name, own, prize, expected) => {
  const needs = needsOf(juryOf(['a', 'b', 'c'], 4, own), null, [], [prizeOf(prize)])
  const told = needs.map(({ kind, subject }) => `${kind} ${subject}`)
  expect(told.toSorted()).toEqual(expected.toSorted())
  expect(told[0]).toBe(expected[0])
})

test('a prize says how many ballots its jury owes, and who', () => {
  expect(needsOf(juryOf(['a'], 4, 0), null, [], [prizeOf(3)])).toEqual([
    {
      kind: 'prize',
      subject: 'p1',
      prize: 'Copernicus prize',
      ballots: 3,
      offices: ['Head of EO', 'Chief scientist'],
    },
  ])
})
