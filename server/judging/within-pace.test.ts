import { expect, test } from 'vitest'
import { NOBODY, proveActor } from '@/domain/access/actor'
import { isRefusal } from '@/domain/refusal'
import { withinPace } from './within-pace'

const juror = (personId: string) => proveActor({ ...NOBODY, personId })
const minute = (number: number) => new Date(Date.UTC(2026, 4, 9, 10, number, 30))

test('a juror may ask 1,200 times a minute; the next is told to wait, another juror of the same hall is not', () => {
  const answers = Array.from({ length: 1201 }, () => withinPace(juror('a'), minute(0)))
  expect(answers.filter(isRefusal)).toHaveLength(1)
  expect(answers.at(-1)).toMatchObject({ code: 'slow-down' })
  expect(withinPace(juror('b'), minute(0))).toBeNull()
  expect(withinPace(juror('a'), minute(1))).toBeNull()
})
