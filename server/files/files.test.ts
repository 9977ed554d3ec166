import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { localFiles } from './local-files'
import { firstPageOf, pagesOf } from './read-pdf'
import { s3Files } from './s3-files'
import { makePdf } from './testing'
import { dropAbandoned, dropParts, partsOf, received, writePart } from './upload-parts'

const id = '01890000-0000-7000-8000-000000000001'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'))
  vi.stubEnv('DATA_DIR', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('parts may come twice, never with a gap', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(await received(id)).toBe(0)
  expect(await writePart(id, 4, bytes('efgh'))).toBe(0)
  expect(await writePart(id, 0, bytes('abcd'))).toBe(4)
  expect(await writePart(id, 0, bytes('abcd'))).toBe(4)
  expect(await writePart(id, 4, bytes('ef'))).toBe(6)
  expect(await writePart(id, 4, bytes('efgh'))).toBe(8)
  expect(new TextDecoder().decode((await partsOf(id)) ?? undefined)).toBe('abcdefgh')
  await dropParts(id)
  expect(await received(id)).toBe(0)
})

test('an upload nobody went on with for a day is forgotten, a younger one is not', async () => {
  const other = '01890000-0000-7000-8000-000000000002'
  await writePart(id, 0, new Uint8Array(4))
  await writePart(other, 0, new Uint8Array(4))
  const hours = (ago: number) => new Date(Date.now() - ago * 3_600_000)
  utimesSync(join(folder, 'uploads', `${id}.part`), hours(25), hours(25))
  utimesSync(join(folder, 'uploads', `${other}.part`), hours(23), hours(23))
  await dropAbandoned()
  expect([await received(id), await received(other)]).toEqual([0, 4])
})

test('a PDF tells its pages; one with a password and what is none are told apart', async () => {
  expect(await pagesOf(await makePdf({ pages: 3 }))).toBe(3)
  expect(await pagesOf(await makePdf({ password: 'secret' }))).toBe('encrypted')
  expect(await pagesOf(new TextEncoder().encode('%PDF-1.7\nand nothing more'))).toBe('broken')
  expect(await pagesOf(new Uint8Array())).toBe('broken')
})

test('its first page is a picture of its own proportions and colours', async () => {
  const { decode } = await import('fast-png')
  const picture = decode((await firstPageOf(await makePdf({ colour: '#ff0000' }))) ?? new Uint8Array())
  expect([picture.width, picture.height]).toEqual([960, 540])
  expect([...picture.data.slice(0, 4)]).toEqual([255, 0, 0, 255])
})

test('what is on the local disk comes back whole, and twice is once', async () => {
  const bytes = await makePdf({})
  const name = `${createHash('sha256').update(bytes).digest('hex')}.pdf`
  expect(await localFiles().get(name)).toBeNull()
  await Promise.all([localFiles().put(name, bytes), localFiles().put(name, bytes)])
  expect(await localFiles().get(name)).toEqual(bytes)
})

/** A server that keeps what is put, refuses who does not sign, and fails the first try of everything. */
async function serveObjects() {
  const objects = new Map<string, Buffer>()
  const tried = new Set<string>()
  const bodyOf = async (asked: IncomingMessage) => {
    const parts: Buffer[] = []
    for await (const part of asked) parts.push(part)
    return Buffer.concat(parts)
  }
  const server = createServer(async (asked, answer) => {
    const body = await bodyOf(asked)
    const path = asked.url ?? ''
    const first = !tried.has(`${asked.method} ${path}`)
    tried.add(`${asked.method} ${path}`)
    const signed = /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-1\/s3\/aws4_request/
    if (!signed.test(asked.headers.authorization ?? '')) return answer.writeHead(403).end()
    if (first) return answer.writeHead(503).end()
    if (asked.method === 'PUT') {
      objects.set(path, body)
      return answer.writeHead(200).end()
    }
    const kept = objects.get(path)
    return kept ? answer.writeHead(200).end(kept) : answer.writeHead(404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { server, objects, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('an S3-compatible store gets signed calls by path, tried again where it stumbles', async () => {
  const { server, objects, endpoint } = await serveObjects()
  try {
    const place = { endpoint: `${endpoint}/`, bucket: 'decks', region: 'eu-1', secretAccessKey: 'hidden' }
    const store = s3Files({ ...place, accessKeyId: 'key' })
    const bytes = await makePdf({})
    await store.put('abc.pdf', bytes)
    expect([...objects.keys()]).toEqual(['/decks/abc.pdf'])
    expect(await store.get('abc.pdf')).toEqual(bytes)
    expect(await store.get('nothing.pdf')).toBeNull()
    const stranger = s3Files({ ...place, accessKeyId: 'other' })
    await expect(stranger.get('abc.pdf')).rejects.toThrow('403')
    await expect(stranger.put('abc.pdf', bytes)).rejects.toThrow('403')
  } finally {
    server.close()
  }
})
