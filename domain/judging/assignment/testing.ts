import loadHighs from 'highs'
import type { Assignment, AssignmentInput } from './input'

const keyOf = ({ juror, entry }: { juror: string; entry: string }) => `${juror} ${entry}`

/** What an assignment costs, most important first: missing ballots squared, loads squared, the pairs' soft costs. */
export function costsOf(input: AssignmentInput, { assignments, shortfalls, loads }: Assignment): number[] {
  const soft = new Map((input.costs ?? []).map((pair) => [keyOf(pair), pair.cost]))
  const fixed = new Set((input.fixed ?? []).map(keyOf))
  const chosen = assignments.filter((pair) => !fixed.has(keyOf(pair)))
  return [
    sum(shortfalls.map(({ missing }) => missing ** 2)),
    sum(Object.values(loads).map((load) => load ** 2)),
    sum(chosen.map((pair) => soft.get(keyOf(pair)) ?? 0)),
  ]
}

/** How many parts the entries with ballots fall into. */
export function partsOf({ assignments }: Pick<Assignment, 'assignments'>): number {
  const part = new Map<string, string>()
  const top = (node: string): string => {
    const up = part.get(node) ?? node
    return up === node ? node : top(up)
  }
  for (const { juror, entry } of assignments) part.set(top(`entry ${entry}`), top(`juror ${juror}`))
  return new Set(assignments.map(({ entry }) => top(`entry ${entry}`))).size
}

const highs = await loadHighs()

/**
 * The least costs by a general solver, which knows nothing of ours: the same three in order, each solved with those
 * before it held at their least. A flow's corner is whole, so no integrality is asked for; convex costs are one
 * variable a unit.
 */
export function leastCosts(input: AssignmentInput): number[] {
  const { jurors, entries, perEntry, conflicts, fixed = [], costs = [] } = input
  const apart = new Set(conflicts.map(keyOf))
  const kept = new Set(fixed.map(keyOf).filter((key) => !apart.has(key)))
  const soft = new Map(costs.map((pair) => [keyOf(pair), pair.cost]))
  const pairs = entries.flatMap(({ id: entry }, row) =>
    jurors.flatMap(({ id: juror }, column) => {
      const key = keyOf({ juror, entry })
      return apart.has(key) || kept.has(key)
        ? []
        : [{ name: `x${row}_${column}`, row, column, cost: soft.get(key) ?? 0 }]
    }),
  )
  const missing: Term[] = []
  const loads: Term[] = []
  const rows: string[] = []
  entries.forEach(({ id: entry }, row) => {
    const has = jurors.filter(({ id: juror }) => kept.has(keyOf({ juror, entry }))).length
    const need = Math.max(0, perEntry - has)
    const units = Array.from({ length: need }, (_, unit) => ({ name: `m${row}_${unit}`, cost: 2 * unit + 1 }))
    missing.push(...units)
    const given = pairs.filter((pair) => pair.row === row)
    const left = [...given, ...units].map(({ name }) => name)
    if (left.length > 0) rows.push(`${left.join(' + ')} = ${need}`)
  })
  let base = 0
  jurors.forEach(({ id: juror, maxLoad = Number.POSITIVE_INFINITY }, column) => {
    const has = entries.filter(({ id: entry }) => kept.has(keyOf({ juror, entry }))).length
    base += has ** 2
    const given = pairs.filter((pair) => pair.column === column)
    const room = Math.max(0, Math.min(given.length, maxLoad - has))
    const units = Array.from({ length: room }, (_, unit) => ({
      name: `l${column}_${unit}`,
      cost: 2 * (has + unit) + 1,
    }))
    loads.push(...units)
    if (given.length === 0) return
    const taken = units.map(({ name }) => ` - ${name}`).join('')
    rows.push(`${given.map(({ name }) => name).join(' + ')}${taken} = 0`)
  })
  const levels = [missing, loads, pairs]
  const found: number[] = []
  for (const level of levels) {
    const held = found.map((value, place) => `${linear(levels[place] ?? [])} = ${value}`)
    found.push(solve(level, [...rows, ...held], levels.flat()))
  }
  const [short = 0, uneven = 0, dear = 0] = found
  return [short, uneven + base, dear]
}

interface Term {
  readonly name: string
  readonly cost: number
}

function solve(objective: readonly Term[], rows: readonly string[], all: readonly Term[]): number {
  if (all.length === 0) return 0
  const model = [
    'Minimize',
    ` obj: ${linear(objective)}`,
    'Subject To',
    ...rows.map((row, place) => ` c${place}: ${row}`),
    'Bounds',
    ...all.map(({ name }) => ` 0 <= ${name} <= 1`),
    'End',
  ].join('\n')
  const solution = highs.solve(model)
  if (solution.Status !== 'Optimal') throw new Error(`${solution.Status}\n${model}`)
  return Math.round(solution.ObjectiveValue)
}

function linear(terms: readonly Term[]): string {
  return terms.length > 0 ? terms.map(({ name, cost }) => `${cost} ${name}`).join(' + ') : '0 nothing'
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
