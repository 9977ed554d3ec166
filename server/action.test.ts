import { expect, test } from 'vitest'
import { z } from 'zod'
import { formAction } from './action'

const form = (fields: Record<string, string>) => {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}
const send = formAction(
  z.object({
    name: z.string().max(3),
    kind: z.enum(['voting', 'honorary']).default('voting'),
    seats: z.string().regex(/^\d*$/, 'number-malformed').default(''),
  }),
  () => Promise.reject(new Error('nothing is run')),
)

test.each([
  [{}, 'malformed', 'name'],
  [{ name: 'long' }, 'field-long', 'name'],
  [{ name: 'abc', kind: 'king' }, 'choice-unknown', 'kind'],
  [{ name: 'abc', seats: '7,5' }, 'number-malformed', 'seats'],
])('%j is refused with the rule that it breaks, and what was typed is kept', async (typed, code, field) => {
  expect(await send({}, form(typed))).toEqual({ code, field, typed, error: expect.stringMatching(/\.$/) })
})
