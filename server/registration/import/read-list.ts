import 'server-only'
import { type Refusal, refuse } from '@/domain/refusal'
import { type Encoding, LIST_LIMITS, type Separator, type Table } from '@/domain/registration/import/table'
import { decode } from './decode'
import { readSpreadsheet } from './read-spreadsheet'
import { readText } from './read-text'

const SIGNATURES = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  oldOffice: [0xd0, 0xcf, 0x11, 0xe0],
  pdf: [0x25, 0x50, 0x44, 0x46],
} as const

/**
 * A university's list as a table, whatever it was saved as: .xlsx by its content, else text in UTF-8, UTF-16 or a
 * Windows code page (`encoding`, `separator` and `sheet` override the guesses). Refused with a code that begins with `list-`.
 */
export async function readList(
  fileName: string,
  bytes: Uint8Array,
  { encoding, separator, sheet }: { encoding?: Encoding; separator?: Separator; sheet?: string } = {},
): Promise<Table | Refusal> {
  const name = fileName
  if (bytes.length === 0) return refuse('list-empty', { name })
  if (bytes.length > LIST_LIMITS.bytes) return tooLarge(name)
  if (begins(bytes, SIGNATURES.zip)) return readSpreadsheet(name, bytes, sheet)
  if (begins(bytes, SIGNATURES.oldOffice)) return refuse('list-old-spreadsheet', { name })
  if (begins(bytes, SIGNATURES.pdf)) return refuse('list-unreadable', { name })
  const { text, ...how } = decode(bytes, encoding)
  return readText(name, text, how, separator)
}

/** A list pasted from a spreadsheet or a mail; `name` stands for the file's. */
export function readPaste(name: string, text: string): Table | Refusal {
  if (text.length > LIST_LIMITS.bytes) return tooLarge(name)
  return readText(name, text, { encoding: null, byteOrderMark: false })
}

function tooLarge(name: string): Refusal {
  return refuse('list-too-large', { name, megabytes: LIST_LIMITS.bytes / 1024 / 1024 })
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
