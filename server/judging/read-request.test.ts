import { expect, test } from 'vitest'
import { readBody } from './read-request'

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

test('no more than a megabyte is read, however much comes', async () => {
  let given = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 1
      controller.enqueue(new Uint8Array(65_536).fill(32))
    },
  })
  expect(await readBody(sent(endless))).toMatchObject({ code: 'body-large', values: { megabytes: 1 } })
  expect(given).toBeLessThan(30)
})
