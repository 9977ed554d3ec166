import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alikeTeams } from './alike'

/** How many letters have to be put in, taken out or exchanged (Wagner and Fischer, 1974). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...a].entries()) {
    const here = [row + 1]
    for (const [at, other] of [...b].entries())
      here.push(
        Math.min((above[at + 1] ?? 0) + 1, (here[at] ?? 0) + 1, (above[at] ?? 0) + Number(letter !== other)),
      )
    above = here
  }
  return above[b.length] ?? 0
}

const digitsOf = (name: string) => name.replace(/\D/g, '')

/** Each with each, as the words of the rule say it. */
const oneByOne = (names: readonly string[]) =>
  names.flatMap((a, at) =>
    names
      .slice(at + 1)
      .filter((b) => digitsOf(a) === digitsOf(b) && Math.max(a.length, b.length) >= 6 && distance(a, b) === 1)
      .map((b) => [a, b].sort().join(' ')),
  )

const found = (names: readonly string[]) =>
  alikeTeams(names.map((name) => ({ key: name, name }))).map(([a, b]) => [a.name, b.name].sort().join(' '))

test('finds what comparing each with each would find, few or many beside each other', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 3, maxLength: 8 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 150 }), fc.constantFrom('', 'baku'), (words, before) => {
      const names = words.map((one) => before + one)
      expect(found(names).sort()).toEqual(oneByOne(names).sort())
    }),
  )
})
