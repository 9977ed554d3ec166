import 'server-only'
import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const DEFLATED = 8

/** A file in a ZIP archive, unpacked. */
export interface ArchivedFile {
  readonly path: string
  readonly bytes: Buffer
}

/**
 * Unpacks a ZIP archive's files as its directory lists them, stopping at a total size in bytes whatever sizes the
 * archive claims. Returns `too-large` then, and `damaged` when it is not a whole, plain archive.
 */
export function unpack(archive: Uint8Array, limit: number): ArchivedFile[] | 'too-large' | 'damaged' {
  const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  try {
    const files: ArchivedFile[] = []
    let left = limit
    for (const entry of entriesOf(buffer)) {
      const bytes = entry.deflated
        ? inflateRawSync(entry.packed, { maxOutputLength: left + 1 })
        : entry.packed
      left -= bytes.length
      if (left < 0) return 'too-large'
      files.push({ path: entry.path, bytes })
    }
    return files
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : 'damaged'
  }
}

function* entriesOf(buffer: Buffer): Generator<{ path: string; packed: Buffer; deflated: boolean }> {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || buffer.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('no directory')
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (buffer.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('no directory entry')
    const method = buffer.readUInt16LE(at + 10)
    const size = buffer.readUInt32LE(at + 20)
    const nameLength = buffer.readUInt16LE(at + 28)
    const local = buffer.readUInt32LE(at + 42)
    if (buffer.readUInt32LE(local) !== LOCAL_ENTRY) throw new Error('no entry')
    const data = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    yield {
      path: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      packed: buffer.subarray(data, data + size),
      deflated: method === DEFLATED,
    }
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
