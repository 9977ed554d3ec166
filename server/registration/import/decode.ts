import 'server-only'
import type { Encoding } from '@/domain/registration/import/table'

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  readonly byteOrderMark: boolean
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Bytes as text: by the encoding given, else by the mark at their beginning, else by what they look like. */
export function decode(bytes: Uint8Array, encoding?: Encoding): DecodedText {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  const chosen = encoding ?? marked?.[0] ?? guess(bytes)
  return {
    text: new TextDecoder(chosen).decode(bytes),
    encoding: chosen,
    byteOrderMark: marked?.[0] === chosen,
  }
}

function guess(bytes: Uint8Array): Encoding {
  return guessUtf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : guessCodePage(bytes))
}

/** Latin text in UTF-16 has a zero in every other byte: behind the letter (LE) or before it (BE). */
function guessUtf16(bytes: Uint8Array): Encoding | null {
  const zeros: [number, number] = [0, 0]
  const sample = bytes.subarray(0, 4096)
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1
  const [even, odd] = zeros
  const many = sample.length / 5
  if (odd > many && even < odd / 10) return 'utf-16le'
  if (even > many && odd < even / 10) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The six places where windows-1254 has Ğ İ Ş ğ ı ş and windows-1252 has Icelandic letters. */
const TURKIC_BYTES = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe])

/** In Cyrillic words a high byte has only high bytes beside it; in Latin ones it stands among ASCII letters. */
function guessCodePage(bytes: Uint8Array): Encoding {
  let high = 0
  let amongLatin = 0
  let turkic = false
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0xc0) continue
    high += 1
    if (isLatinLetter(bytes[index - 1]) || isLatinLetter(bytes[index + 1])) amongLatin += 1
    turkic ||= TURKIC_BYTES.has(byte)
  }
  if (amongLatin < high / 4) return 'windows-1251'
  return turkic ? 'windows-1254' : 'windows-1252'
}

function isLatinLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))
}
