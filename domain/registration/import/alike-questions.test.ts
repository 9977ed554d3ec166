import { describe, expect, test } from 'vitest'
import { alikeQuestions } from './alike-questions'
import type { Corrections } from './lines'
import type { ImportContext } from './plan'
import { planImports } from './plan-imports'

const SKY = { key: 'skywell', name: 'SkyWell' }
const SKI = { key: 'skiwell', name: 'SkiWell' }

function planOf(lists: Record<string, string[]>, corrections: Corrections = {}, known: string[] = []) {
  const context: ImportContext = {
    institutions: [],
    event: { teamSize: { min: 2, max: 5 } },
    known: {
      registrations: [],
      teams: known.map((name) => ({ id: name, key: name.toLowerCase(), name, size: 1, institutionId: null })),
    },
  }
  const toPlan = Object.entries(lists).map(([name, teams]) => ({
    name,
    institutionId: name,
    corrections,
    rows: teams.map((team, at) => ({
      line: at + 2,
      cells: { fullName: `A ${name}${at}`, email: `${name}${at}@x.example`, team },
      surplus: 0,
    })),
  }))
  return alikeQuestions(planImports(toPlan, context), () => corrections)
}

describe('alike names of teams', () => {
  test('the name on more lines is kept, whichever is first', () => {
    const question = { keep: SKY, other: SKI, lines: [{ list: 'a', line: 3 }] }
    expect(planOf({ a: ['SkyWell', 'SkiWell', 'SkyWell'] })).toEqual([question])
    expect(planOf({ a: ['SkyWell', 'SkiWell'], b: ['SkyWell'] })).toEqual([question])
    expect(planOf({ a: ['SkiWell', 'SkyWell', 'SkyWell'] })).toEqual([
      { ...question, lines: [{ list: 'a', line: 2 }] },
    ])
  })

  test('a team that exists keeps its name, however many lines name the other', () => {
    const lines = [2, 3, 4].map((line) => ({ list: 'a', line }))
    expect(planOf({ a: ['SkiWell', 'SkiWell', 'SkiWell'] }, {}, ['SkyWell'])).toEqual([
      { keep: SKY, other: SKI, lines },
    ])
    expect(planOf({ a: ['SkiWell', 'SkiWell', 'SkyWell'] }, {}, ['SkyWell'])).toEqual([
      { keep: SKY, other: SKI, lines: lines.slice(0, 2) },
    ])
  })

  test('two teams that exist are not asked about', () => {
    expect(planOf({ a: ['SkiWell', 'SkyWell'] }, {}, ['SkyWell', 'SkiWell'])).toEqual([])
    expect(planOf({ a: ['Other'] }, {}, ['SkyWell', 'SkiWell'])).toEqual([])
  })

  test('what was settled by a correction is not asked again, be it to the same name', () => {
    expect(planOf({ a: ['SkyWell', 'SkiWell', 'SkyWell'] }, { 3: { team: 'SkiWell' } })).toEqual([])
    expect(planOf({ a: ['SkyWell', 'SkiWell', 'SkyWell'] }, { 3: { team: 'SkyWell' } })).toEqual([])
    expect(planOf({ a: ['SkyWell', 'SkiWell', 'SkyWell'] }, { 3: { year: '2' } })).toHaveLength(1)
    expect(
      planOf({ a: ['SkyWell', 'SkiWell', 'SkiWell', 'SkyWell', 'SkyWell'] }, { 3: { team: 'SkiWell' } }),
    ).toHaveLength(1)
  })
})
