import { expect, test } from 'vitest'
import { restsUntil } from './nudge'

const at = (clock: string) => new Date(`2018-05-26T${clock}Z`)

test.each([
  ['never reminded', null, at('12:00:00'), null],
  ['a moment ago', at('12:00:00'), at('12:00:00'), at('12:05:00')],
  ['just before five minutes', at('12:00:00'), at('12:04:59'), at('12:05:00')],
  ['at five minutes', at('12:00:00'), at('12:05:00'), null],
])('%s', (_, nudgedAt, now, until) => expect(restsUntil(nudgedAt, now)).toEqual(until))
