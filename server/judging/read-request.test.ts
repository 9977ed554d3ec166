import { expect, test } from 'vitest'
import { readBody, readMarks } from './read-request'

/** A stream is sent `half`, which the types do not know. */
const sent = (body: BodyInit | null) =>
  new Request('http://localhost', { method: 'POST', body, duplex: 'half' } as RequestInit)

test.each(['', '{', 'null', '[]', '"x"', '{"a":1}{', '['.repeat(50_000)])('%j is no body', async (body) => {
  expect(await readBody(sent(body))).toMatchObject({ code: 'malformed' })
})

test('a body is read whatever pieces it comes in', async () => {
  const bytes = new TextEncoder().encode('{"text":"Əla, 7,5 🚀"}')
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  expect(await readBody(sent(pieces))).toEqual({ text: 'Əla, 7,5 🚀' })
})

test('no more than four megabytes are read, however much comes', async () => {
  let given = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 1
      controller.enqueue(new Uint8Array(65_536).fill(32))
    },
  })
  expect(await readBody(sent(endless))).toMatchObject({ code: 'body-large', values: { megabytes: 4 } })
  expect(given).toBeLessThan(100)
})

const wire = (seq: number, value: unknown) => ({
  id: `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
  ...{ entry: 'ulduz', criterion: 'economy', value, device: 'phone', seq, replaces: null },
  at: '2018-05-27T08:00:00Z',
})
const place = { edition: 'actinspace-2018', event: 'azerbaijan' }

test('ten thousand marks at once are all read, and one more is too many', () => {
  const marks = Array.from({ length: 10_001 }, (_, seq) => wire(seq, 7))
  expect(readMarks({ ...place, marks })).toMatchObject({ code: 'marks-many', values: { max: 10_000 } })
  expect(readMarks({ ...place, marks: marks.slice(1) })).toMatchObject({ marks: { length: 10_000 } })
})

test.each([
  [null, null],
  [7, null],
  [{ ...wire(1, 7), id: 'not-an-id' }, 'not-an-id'],
  [{ ...wire(1, 7), id: 'x'.repeat(5_000) }, 'x'.repeat(100)],
  [{ ...wire(1, 7), id: { $ne: null } }, null],
  [{ ...wire(1, 7), seq: 1.5 }, wire(1, 7).id],
  [{ ...wire(1, 7), at: 'yesterday' }, wire(1, 7).id],
  [{ ...wire(1, 7), replaces: 'all' }, wire(1, 7).id],
])('%j is no mark, and stops none that came with it', (stray, id) => {
  const read = readMarks({ ...place, marks: [wire(2, 8), stray] })
  expect(read).toMatchObject({
    marks: [{ id: wire(2, 8).id, value: 8 }],
    unread: [{ id, refusal: { code: 'malformed' } }],
  })
  expect(readMarks({ ...place, marks: [stray] })).toMatchObject({ refused: true, code: 'malformed' })
})

test.each([Number.POSITIVE_INFINITY, '7', true, [7], { seven: 7 }, -1, 7.25])(
  'a mark of %j is judged by itself: it does not refuse the request it came in',
  (value) => {
    const read = readMarks({ ...place, marks: [wire(1, value), wire(2, 8)] })
    expect(read).toMatchObject({ marks: [{ value }, { value: 8 }] })
  },
)
