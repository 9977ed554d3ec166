import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceVariance, inverseOf } from './precision'
import { entryTally, type Score, tallyScores as tallyOf } from './tally'

const tallyScores = (scores: readonly Score[]) => {
  const tally = tallyOf(scores)
  return { ...tally, entries: tally.design.entries.map((_, place) => entryTally(tally, place)) }
}

/** Designs of any shape, connected or not: at most 8 entries, 6 jurors, every score a half point. */
const anyScores: fc.Arbitrary<Score[]> = fc
  .uniqueArray(
    fc.record({
      juror: fc.constantFrom('J1', 'J2', 'J3', 'J4', 'J5', 'J6'),
      entry: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'),
      value: fc.integer({ min: 0, max: 200 }).map((half) => half / 2),
    }),
    { selector: ({ juror, entry }) => `${juror} ${entry}`, minLength: 1, maxLength: 48 },
  )
  .filter((scores) => scores.length > 0)

const connectedScores = anyScores.filter((scores) => tallyScores(scores).components.length === 1)

const fairOf = (scores: readonly Score[]) =>
  Object.fromEntries(tallyScores(scores).entries.map(({ id, score }) => [id, score]))
const effectOf = (scores: readonly Score[]) =>
  Object.fromEntries(tallyScores(scores).jurors.map(({ id, effect }) => [id, effect]))
const near = (figures: Record<string, number>) =>
  Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, expect.closeTo(value, 8)]))
const shifted = (figures: Record<string, number>, by: (id: string) => number) =>
  near(Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, value + by(id)])))

test('the hand check: A J1=8 J2=6 · B J1=9 J3=5 · C J2=5 J3=4', () => {
  const score = (juror: string, entry: string, value: number) => ({ juror, entry, value })
  const { entries, jurors, components } = tallyScores([
    score('J1', 'A', 8),
    score('J2', 'A', 6),
    score('J1', 'B', 9),
    score('J3', 'B', 5),
    score('J2', 'C', 5),
    score('J3', 'C', 4),
  ])
  const third = (thirds: number) => expect.closeTo(thirds / 3, 12)
  expect(entries.map(({ id, raw, score, severity }) => ({ id, raw, score, severity }))).toEqual([
    { id: 'A', raw: 7, score: third(18.5), severity: third(2.5) },
    { id: 'B', raw: 7, score: third(20.5), severity: third(0.5) },
    { id: 'C', raw: 4.5, score: third(16.5), severity: third(-3) },
  ])
  expect(jurors.map(({ id, effect }) => ({ id, effect }))).toEqual([
    { id: 'J1', effect: third(6) },
    { id: 'J2', effect: third(-1) },
    { id: 'J3', effect: third(-5) },
  ])
  expect(components.map(({ df }) => df)).toEqual([1])
})

test('nothing in, nothing out', () => {
  expect(tallyScores([])).toMatchObject({ entries: [], jurors: [], components: [] })
})

test('throws when a juror scored an entry twice', () => {
  const twice = { juror: 'J1', entry: 'A', value: 7 }
  expect(() => tallyScores([twice, { ...twice, value: 8 }])).toThrow('juror J1 scored entry A twice')
})

describe('the fair average', () => {
  test('of complete ballots is the raw mean', () => {
    const complete = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }))
      .chain(([entries, jurors]) =>
        fc
          .array(fc.integer({ min: 0, max: 200 }), {
            minLength: entries * jurors,
            maxLength: entries * jurors,
          })
          .map((halves) =>
            halves.map((half, k) => ({
              juror: `J${k % jurors}`,
              entry: `T${Math.floor(k / jurors)}`,
              value: half / 2,
            })),
          ),
      )
    fc.assert(
      fc.property(complete, (scores) => {
        const { entries } = tallyScores(scores)
        for (const { score, raw } of entries) expect(score).toBeCloseTo(raw, 9)
      }),
    )
  })

  test('minimises the squares: no small step from it is better, and each component’s effects sum to 0', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const { entries, jurors, components, residuals } = tallyScores(scores)
        const fair = fairOf(scores)
        const effect = effectOf(scores)
        const left = (ids: (score: Score) => boolean) =>
          scores
            .filter(ids)
            .reduce(
              (sum, { juror, entry, value }) => sum + value - (fair[entry] ?? 0) - (effect[juror] ?? 0),
              0,
            )
        // Zero derivative in every direction: residuals sum to 0 for each entry and each juror.
        for (const { id } of entries) expect(left(({ entry }) => entry === id)).toBeCloseTo(0, 8)
        for (const { id } of jurors) expect(left(({ juror }) => juror === id)).toBeCloseTo(0, 8)
        components.forEach((component) => {
          expect(component.jurors.reduce((sum, id) => sum + (effect[id] ?? 0), 0)).toBeCloseTo(0, 8)
        })
        const rss = residuals.reduce((sum, residual) => sum + residual * residual, 0)
        expect(components.reduce((sum, component) => sum + component.rss, 0)).toBeCloseTo(rss, 8)
      }),
    )
  })

  test('c more from one juror: t + c/J, that s + c(J − 1)/J, the other s − c/J', () => {
    fc.assert(
      fc.property(connectedScores, fc.integer({ min: -50, max: 50 }), (scores, c) => {
        const generous = scores[0]?.juror ?? ''
        const more = scores.map((score) =>
          score.juror === generous ? { ...score, value: score.value + c } : score,
        )
        const [fair, effect] = [fairOf(scores), effectOf(scores)]
        const jurors = Object.keys(effect).length
        expect(fairOf(more)).toEqual(shifted(fair, () => c / jurors))
        expect(effectOf(more)).toEqual(
          shifted(effect, (id) => (id === generous ? (c * (jurors - 1)) / jurors : -c / jurors)),
        )
      }),
    )
  })

  test('a juror with one ballot changes no difference between entries', () => {
    fc.assert(
      fc.property(connectedScores, fc.integer({ min: 0, max: 100 }), fc.nat(), (scores, value, at) => {
        const before = fairOf(scores)
        const ids = Object.keys(before)
        const entry = ids[at % ids.length] ?? ''
        const after = fairOf([...scores, { juror: 'once', entry, value }])
        const first = ids[0] ?? ''
        const move = (after[first] ?? 0) - (before[first] ?? 0)
        expect(after).toEqual(shifted(before, () => move))
      }),
    )
  })

  test('the order of the ballots changes nothing, to the last bit', () => {
    const reordered = anyScores.chain((scores) =>
      fc.tuple(
        fc.constant(scores),
        fc.shuffledSubarray(scores, { minLength: scores.length, maxLength: scores.length }),
      ),
    )
    fc.assert(
      fc.property(reordered, ([scores, other]) => {
        const [a, b] = [tallyScores(scores), tallyScores(other)]
        expect({ ...b, design: { ...b.design, source: null } }).toEqual({
          ...a,
          design: { ...a.design, source: null },
        })
      }),
    )
  })

  test('nor do the names', () => {
    const renamed = (id: string) => `${9 - id.charCodeAt(id.length - 1)} renamed ${id}`
    fc.assert(
      fc.property(anyScores, (scores) => {
        const other = fairOf(
          scores.map(({ juror, entry, value }) => ({ juror: renamed(juror), entry: renamed(entry), value })),
        )
        const fair = fairOf(scores)
        expect(other).toEqual(
          near(Object.fromEntries(Object.entries(fair).map(([id, t]) => [renamed(id), t]))),
        )
      }),
    )
  })

  test('of totals is the weighted sum of the criteria’s fair averages', () => {
    fc.assert(
      fc.property(
        anyScores,
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 48 }),
        (scores, second) => {
          const other = scores.map((score, k) => ({ ...score, value: second[k] ?? 0 }))
          const total = scores.map((score, k) => ({
            ...score,
            value: 0.4 * score.value + 0.6 * (second[k] ?? 0),
          }))
          const [a, b] = [fairOf(scores), fairOf(other)]
          expect(fairOf(total)).toEqual(
            near(
              Object.fromEntries(Object.keys(a).map((id) => [id, 0.4 * (a[id] ?? 0) + 0.6 * (b[id] ?? 0)])),
            ),
          )
        },
      ),
    )
  })
})

test('Var(t_a − t_b) agrees with what the estimate does when the ballots change', () => {
  fc.assert(
    fc.property(connectedScores, (scores) => {
      const { design, factor, entries } = tallyScores(scores)
      fc.pre(entries.length > 1)
      // t_a − t_b = Σ w·y, so its variance is σ²·Σ w²; each w is found by raising one ballot by 1.
      const difference = (of: readonly Score[]) => {
        const [a, b] = tallyScores(of).entries
        return (a?.score ?? 0) - (b?.score ?? 0)
      }
      const weights = scores.map(
        (_, k) =>
          difference(scores.map((score, at) => (at === k ? { ...score, value: score.value + 1 } : score))) -
          difference(scores),
      )
      const expected = weights.reduce((sum, weight) => sum + weight * weight, 0)
      expect(differenceVariance(design, inverseOf(factor), 0, 1)).toBeCloseTo(expected, 8)
    }),
  )
})
